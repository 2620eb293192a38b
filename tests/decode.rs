//! Bytes become the same events however they are split, and no bytes break the decoder.
use std::collections::VecDeque;

use giaoban::app::event::Event;
use giaoban::app::key::Key;
use giaoban::tui::decode::Decoder;
use proptest::prelude::*;

fn decoded(bytes: &[u8]) -> Vec<Event> {
    let mut events = VecDeque::new();
    Decoder::default().feed(bytes, &mut events);
    events.into()
}

fn keys(bytes: &[u8]) -> Vec<Key> {
    decoded(bytes)
        .into_iter()
        .map(|event| match event {
            Event::Key(key) => key,
            Event::Paste(_) | Event::Resize | Event::Written => panic!("{event:?} of {bytes:?}"),
        })
        .collect()
}

#[test]
fn letters_are_what_was_typed() {
    let text = "Hội nghị giao ban: 34 phường, 60% – “đạt” 🙂";
    let typed: Vec<Key> = text.chars().map(Key::Char).collect();
    assert_eq!(keys(text.as_bytes()), typed);
}

#[test]
fn control_bytes_are_the_keys_that_office_users_know() {
    assert_eq!(
        keys(b"\x7f\x08\r\n\t"),
        [Key::Backspace, Key::Backspace, Key::Enter, Key::Tab]
    );
    assert_eq!(keys(b"\r\r\n\n"), [Key::Enter, Key::Enter, Key::Enter]);
    assert_eq!(keys(b"\x01\x11\x1a"), ['a', 'q', 'z'].map(Key::Ctrl));
    assert_eq!(keys(b"\0\x1c\x1d\x1e\x1f"), []);
}

#[test]
fn every_spelling_of_a_key_is_that_key() {
    let spellings: &[(&[&str], Key)] = &[
        (
            &["\x1b[A", "\x1bOA", "\x1b[1;5A", "\x1b[a", "\x1bOa"],
            Key::Up,
        ),
        (&["\x1b[B", "\x1bOB", "\x1b[1;2B"], Key::Down),
        (&["\x1b[C", "\x1bOC", "\x1bO5C", "\x1b[1;3:2C"], Key::Right),
        (&["\x1b[D", "\x1bOD"], Key::Left),
        (
            &[
                "\x1b[H",
                "\x1bOH",
                "\x1b[1~",
                "\x1b[7~",
                "\x1b[7$",
                "\x1b[1;5H",
            ],
            Key::Home,
        ),
        (
            &["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~", "\x1b[8^"],
            Key::End,
        ),
        (&["\x1b[3~", "\x1b[3;5~", "\x1b[3@"], Key::Delete),
        (&["\x1b[5~"], Key::PageUp),
        (&["\x1b[6~"], Key::PageDown),
        (&["\x1b[Z", "\x1b[9;2u", "\x1b[27;2;9~"], Key::BackTab),
        (
            &["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[P", "\x1b[1;2P"],
            Key::F(1),
        ),
        (&["\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[1;5Q"], Key::F(2)),
        (&["\x1bOR", "\x1b[13~", "\x1b[[C", "\x1b[1;5R"], Key::F(3)),
        (&["\x1bOS", "\x1b[14~", "\x1b[[D", "\x1b[1;6S"], Key::F(4)),
        (&["\x1b[15~", "\x1b[[E", "\x1b[15;2~"], Key::F(5)),
        (&["\x1b[17~"], Key::F(6)),
        (&["\x1b[18~"], Key::F(7)),
        (&["\x1b[19~"], Key::F(8)),
        (&["\x1b[20~"], Key::F(9)),
        (&["\x1b[21~"], Key::F(10)),
        (&["\x1b[23~"], Key::F(11)),
        (&["\x1b[24~"], Key::F(12)),
        (&["\x1b2", "\x1b[50;3u"], Key::Alt('2')),
        (&["\x1bA", "\x1ba"], Key::Alt('a')),
        (&["\x1bđ"], Key::Alt('đ')),
        (&["\x1b\r", "\x1bOM", "\x1b[13u", "\x1b[13;5u"], Key::Enter),
        (&["\x1b\x7f", "\x1b[127u", "\x1b[104;5u"], Key::Backspace),
        (&["\x1b[27u"], Key::Esc),
        (&["\x1b[113;5u", "\x1b[27;5;113~"], Key::Ctrl('q')),
        (&["\x1b[273u", "\x1b[97:273;2u"], Key::Char('đ')),
        (&["\x1bOq"], Key::Char('1')),
    ];
    for (spellings, key) in spellings {
        for spelling in *spellings {
            assert_eq!(keys(spelling.as_bytes()), [*key], "{spelling:?}");
        }
    }
}

/// Reports that nobody asked for, and keys that no command knows, type nothing.
#[test]
fn what_is_no_key_is_swallowed_whole() {
    for sequence in [
        "\x1b[I",
        "\x1b[O",
        "\x1b[2~",
        "\x1b[E",
        "\x1b[57441;1:3u",
        "\x1b[97;1:3u",
        "\x1b[<0;12;7M",
        "\x1b[<0;12;7m",
        "\x1b[M !!",
        "\x1b[32;5;5M",
        "\x1b[?62;22c",
        "\x1b[12;40R",
        "\x1b[?2026;1$y",
        "\x1b[?1u",
        "\x1b[201~",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
        "\x1bP>|xterm(380)\x1b\\",
        "\x1bP1+r524742\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[200~\x1b[201~",
    ] {
        let bytes = format!("a{sequence}b");
        assert_eq!(
            keys(bytes.as_bytes()),
            ['a', 'b'].map(Key::Char),
            "{sequence:?}"
        );
    }
}

/// A sequence that breaks off takes no letter and no key with it.
#[test]
fn a_sequence_that_breaks_off_loses_no_key() {
    assert_eq!(keys("\x1b[ế".as_bytes()), [Key::Char('ế')]);
    assert_eq!(
        keys("\x1b[12\x7fb".as_bytes()),
        [Key::Backspace, Key::Char('b')]
    );
    assert_eq!(keys(b"\x1b[1;\x1b[A"), [Key::Up]);
    assert_eq!(keys(b"\x1b\x1b[A"), [Key::Esc, Key::Up]);
    assert_eq!(keys(b"\x1b]a"), [Key::Alt(']'), Key::Char('a')]);
    assert_eq!(keys("\x1b]0;x\rế".as_bytes()), [Key::Enter, Key::Char('ế')]);
}

#[test]
fn bytes_that_are_no_text_are_dropped_one_at_a_time() {
    assert_eq!(
        keys(b"a\xffb\xc3c\xe1\xbad\xf8\x80e"),
        ['a', 'b', 'c', 'd', 'e'].map(Key::Char)
    );
    assert_eq!(keys(b"\xe1\xba\xe1\xba\xbf"), [Key::Char('ế')]);
    assert_eq!(keys(b"\xe1\x1b[A"), [Key::Up]);
}

#[test]
fn a_paste_is_one_event_whatever_is_in_it() {
    let text = "dòng một\r\n\x1b[31mđỏ\x1b[200~\t~\x1b[20";
    let bytes = format!("a\x1b[200~{text}\x1b[201~b");
    assert_eq!(
        decoded(bytes.as_bytes()),
        [
            Event::Key(Key::Char('a')),
            Event::Paste(text.to_owned()),
            Event::Key(Key::Char('b'))
        ]
    );
    assert_eq!(
        decoded(b"\x1b[200~x\xff\xe1\xbay\x1b[201~"),
        [Event::Paste("xy".to_owned())]
    );
}

/// A paste that is too large to be held comes in pieces, and is whole.
#[test]
fn an_endless_paste_comes_in_pieces() {
    let text = "đồng chí ".repeat((40 << 20) / "đồng chí ".len());
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.extend_from_slice(text.as_bytes());
    bytes.extend_from_slice(b"\x1b[201~");
    let pieces = decoded(&bytes);
    assert_eq!(pieces.len(), 3);
    let whole: String = pieces
        .into_iter()
        .map(|event| match event {
            Event::Paste(text) => text,
            Event::Key(_) | Event::Resize | Event::Written => panic!("{event:?}"),
        })
        .collect();
    assert!(whole == text);
}

/// What a silence makes of what has begun; only what is at stake is waited for.
#[test]
fn silence_decides_what_has_begun() {
    let after = |bytes: &[u8]| {
        let mut events = VecDeque::new();
        let mut decoder = Decoder::default();
        decoder.feed(bytes, &mut events);
        assert_eq!(events, [], "{bytes:?}");
        let is_awaited = decoder.patience().is_some();
        let given_up = decoder.give_up();
        assert_eq!(decoder.patience(), None);
        decoder.feed(b"x", &mut events);
        (is_awaited, given_up, Vec::from(events))
    };
    let x = || vec![Event::Key(Key::Char('x'))];
    assert_eq!(after(b""), (false, None, x()));
    assert_eq!(after(b"\x1b"), (true, Some(Event::Key(Key::Esc)), x()));
    assert_eq!(
        after(b"\x1b]"),
        (true, Some(Event::Key(Key::Alt(']'))), x())
    );
    assert_eq!(after(b"\x1b[1;5"), (true, None, x()));
    assert_eq!(after(b"\x1bO"), (true, None, x()));
    assert_eq!(after(b"\x1bP1+r\x1b"), (true, None, x()));
    assert_eq!(
        after(b"\x1b[200~nua"),
        (true, Some(Event::Paste("nua".to_owned())), x())
    );
    // Half a letter is no key: it waits without waking anybody.
    assert_eq!(after(b"\xe1\xba"), (false, None, x()));
}

/// Bytes as a terminal might send them, whole and broken.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let fragments = [
        "\x1b",
        "\x1b[",
        "[",
        "O",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[20",
        "~",
        "\x1b[A",
        "\x1bOP",
        "\x1b[1;5",
        "\x1b[M",
        "\x1b[[",
        "\x1b]11;",
        "\x1bP",
        "\x1b\\",
        "\x07",
        "\r",
        "\n",
        "\x7f",
        "\x08",
        "việt",
        "ế",
        "e\u{302}\u{301}",
        ";",
        "5",
        "$",
        "u",
        "R",
        "\u{202f}",
    ];
    let fragment =
        prop::sample::select(fragments.to_vec()).prop_map(|text| text.as_bytes().to_vec());
    let piece = prop_oneof![
        6 => fragment,
        2 => prop::collection::vec(any::<u8>(), 1..6),
        1 => "\\PC{0,6}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Where a stream is cut into reads changes nothing.
    #[test]
    fn any_split_gives_the_same_events(bytes in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let whole = decoded(&bytes);
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        places.extend([0, bytes.len()]);
        places.sort_unstable();
        let mut split = VecDeque::new();
        let mut decoder = Decoder::default();
        for ends in places.windows(2) {
            decoder.feed(&bytes[ends[0]..ends[1]], &mut split);
        }
        prop_assert_eq!(&whole, &Vec::from(split));
        let mut single = VecDeque::new();
        let mut decoder = Decoder::default();
        for byte in &bytes {
            decoder.feed(&[*byte], &mut single);
        }
        prop_assert_eq!(&whole, &Vec::from(single));
    }

    /// Silence at any moment breaks nothing, and leaves a decoder that types again.
    #[test]
    fn silence_at_any_moment_leaves_a_working_keyboard(bytes in stream()) {
        let mut events = VecDeque::new();
        let mut decoder = Decoder::default();
        decoder.feed(&bytes, &mut events);
        let _given_up = decoder.give_up();
        events.clear();
        decoder.feed("ế".as_bytes(), &mut events);
        prop_assert_eq!(events.pop_back(), Some(Event::Key(Key::Char('ế'))));
    }
}
