//! Keys by their names: `lt4` types letters, `<Enter>`, `<F3>`, `<C-n>`, `<A-2>` press keys.

use giaoban::app::key::Key;

/// Reads a script of keys.
pub fn parse(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|tail| tail.split_once('>'))
            .and_then(|(name, _)| Some((name, named(name)?)));
        if let Some((name, key)) = named {
            keys.push(key);
            rest = rest.get(name.len() + 2..).unwrap_or_default();
        } else {
            keys.push(Key::Char(c));
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    keys
}

fn named(name: &str) -> Option<Key> {
    let letter = |prefix: &str| name.strip_prefix(prefix).and_then(|c| c.chars().next());
    Some(match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "S-Tab" => Key::BackTab,
        "BS" => Key::Backspace,
        "Del" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        _ => {
            if let Some(c) = letter("C-") {
                Key::Ctrl(c)
            } else if let Some(c) = letter("A-") {
                Key::Alt(c)
            } else {
                Key::F(name.strip_prefix('F')?.parse().ok()?)
            }
        }
    })
}

/// Returns the bytes that a terminal sends for a key.
pub fn bytes(key: Key) -> Vec<u8> {
    match key {
        Key::Char(c) => c.to_string().into_bytes(),
        Key::Ctrl(c) => vec![c as u8 & 0x1f],
        Key::Alt(c) => format!("\x1b{c}").into_bytes(),
        Key::F(n @ 1..=4) => format!("\x1bO{}", char::from(b'O' + n)).into_bytes(),
        Key::F(n) => format!(
            "\x1b[{}~",
            [15, 17, 18, 19, 20, 21, 23, 24][usize::from(n) - 5]
        )
        .into_bytes(),
        Key::Enter => b"\r".to_vec(),
        Key::Esc => b"\x1b".to_vec(),
        Key::Tab => b"\t".to_vec(),
        Key::BackTab => b"\x1b[Z".to_vec(),
        Key::Backspace => b"\x7f".to_vec(),
        Key::Delete => b"\x1b[3~".to_vec(),
        Key::Up => b"\x1b[A".to_vec(),
        Key::Down => b"\x1b[B".to_vec(),
        Key::Right => b"\x1b[C".to_vec(),
        Key::Left => b"\x1b[D".to_vec(),
        Key::Home => b"\x1b[H".to_vec(),
        Key::End => b"\x1b[F".to_vec(),
        Key::PageUp => b"\x1b[5~".to_vec(),
        Key::PageDown => b"\x1b[6~".to_vec(),
    }
}
