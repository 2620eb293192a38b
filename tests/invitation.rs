//! What goes out before a meeting: the invitation, its calendar, the name plates, conclusions prepared beforehand, files of
//! documents.
use std::cell::RefCell;
use std::collections::HashSet;
use std::path::Path;
use std::rc::Rc;

use crate::common::docx::Package;
use crate::common::papers::{Scene, day, golden, held, planned};
use crate::common::pty::Home;
use crate::common::shared::Shared;
use crate::common::stage::{Stage as Desk, morning};
use giaoban::app::Setup;
use giaoban::app::opener::Opener;
use giaoban::meeting::agenda;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{MeetingState, PaperKind, Rank};
use giaoban::meeting::roll_call::{self, Delegate, Mark};
use giaoban::papers::brief::{Stage, Which};
use giaoban::papers::document::Block;
use giaoban::papers::docx::docx;
use giaoban::papers::gaps::Gap;
use giaoban::papers::markdown::markdown;
use giaoban::papers::pdf::Turn;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{Document, Format};
use giaoban::store::Store;
use giaoban::words::Lang;

fn text(document: &Document) -> String {
    String::from_utf8(Format::Text.bytes(document).unwrap()).unwrap()
}

/// A planned meeting of which everything is known.
fn called() -> Scene {
    let mut scene = planned();
    let meeting = &mut scene.dossier.meeting;
    let some = |text: &str| Some(text.to_owned());
    meeting.venue = some("Hội trường (ví dụ)");
    meeting.chair = some("Phan Thị Kim Sinh");
    meeting.chair_office = some("Trưởng Ban Tổ chức Thành ủy");
    meeting.prepare = some("số liệu phát triển đảng viên (ví dụ)");
    meeting.reply_by = Some(day(2023, 7, 7));
    let mut item = scene.item(3);
    item.prepare = some("mỗi đơn vị một ý kiến (ví dụ)");
    scene.dossier.items.put(item);
    let mut imprint = scene.imprint(PaperKind::Invitation);
    (imprint.number, imprint.dated) = (Some(5), Some(day(2023, 7, 3)));
    scene.dossier.imprints.put(imprint);
    scene
}

fn of(scene: &Scene, name: &str) -> Which {
    let mut seats = scene.dossier.seats.iter();
    let seat = seats.find(|seat| seat.name.starts_with(name)).unwrap();
    Which {
        kind: PaperKind::Invitation,
        seat: Some(seat.id),
    }
}

#[test]
fn an_invitation_has_the_form_of_its_kind() {
    let scene = called();
    let all = scene.paper(PaperKind::Invitation, Stage::Final);
    golden("invitation.md", &all);
    assert_eq!(
        all.gaps().count(),
        0,
        "{:?}",
        all.gaps().collect::<Vec<_>>()
    );
    let one = scene.paper(of(&scene, "Linh Trung"), Stage::Final);
    golden("invitation_of_a_unit.md", &one);
    let guests = text(&scene.paper(of(&scene, "Đại diện lãnh đạo Trung tâm"), Stage::Final));
    assert!(
        guests.contains("Kính gửi: Đại diện lãnh đạo Trung tâm Chính trị"),
        "{guests}"
    );
    assert!(!guests.contains("Bí thư hoặc"), "{guests}");
}

/// Nothing is asked for that nobody asked for, and what is missing is a blank that is counted.
#[test]
fn an_invitation_says_only_what_is_known() {
    let scene = planned();
    let paper = scene.paper(PaperKind::Invitation, Stage::Draft(1));
    let said = text(&paper);
    for claim in ["Chuẩn bị", "Đề nghị gửi"] {
        assert!(!said.contains(claim), "{claim}\n{said}");
    }
    let gaps: Vec<&Gap> = paper.gaps().collect();
    let blanks = said.matches("......").count();
    assert_eq!(gaps.len(), blanks, "{gaps:?}\n{said}");
    for gap in [Gap::Venue, Gap::Chair, Gap::Number(PaperKind::Invitation)] {
        assert!(gaps.contains(&&gap), "{gap:?}");
    }
}

/// It was sent before: what came up in the meeting has no place in its programme.
#[test]
fn the_programme_is_that_of_the_plan() {
    let before = text(&called().paper(PaperKind::Invitation, Stage::Final));
    let mut scene = held();
    let known = called().dossier;
    scene
        .dossier
        .meeting
        .prepare
        .clone_from(&known.meeting.prepare);
    let matter = giaoban::meeting::agenda::Matter {
        title: "Việc phát sinh".to_owned(),
        kind: giaoban::meeting::code::ItemKind::Other,
        minutes: 5,
        presenter: None,
        prepare: None,
    };
    let (_, changes) =
        giaoban::meeting::agenda::insert(&scene.dossier, matter, Some(2), &scene.ids);
    scene.make(&changes);
    let after = text(&scene.paper(PaperKind::Invitation, Stage::Final));
    assert!(!after.contains("Việc phát sinh"), "{after}");
    let programme = |text: &str| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let from = words.find("Chương trình:").unwrap();
        let to = words.find("7. Chuẩn bị").unwrap();
        let own = " Chuẩn bị: mỗi đơn vị một ý kiến (ví dụ).";
        let said = words.get(from..to).unwrap();
        said.replace(own, "").replace('.', "")
    };
    assert_eq!(programme(&before), programme(&after));
}

/// What was taken out of the plan was never in the programme; what is left out in the meeting was.
#[test]
fn what_was_cut_before_the_meeting_does_not_come_back() {
    let mut scene = planned();
    let cut = scene.item(4);
    let at = scene.dossier.meeting.starts;
    scene.make(&agenda::skip(&scene.dossier, &cut, "hết giờ", at));
    let programme = |scene: &Scene| text(&scene.paper(PaperKind::Invitation, Stage::Final));
    let before = programme(&scene);
    assert!(!before.contains(&cut.title), "{before}");
    scene.make(&agenda::start(
        &scene.dossier,
        scene.item(1).id,
        at,
        &scene.ids,
    ));
    assert_eq!(programme(&scene), before);
    let dropped = scene.item(5);
    scene.make(&agenda::skip(&scene.dossier, &dropped, "hết giờ", at));
    assert_eq!(programme(&scene), before);
    // One that is taken up after all came up in the meeting.
    scene.make(&agenda::start(&scene.dossier, cut.id, at, &scene.ids));
    assert_eq!(programme(&scene), before);
}

#[test]
fn whom_to_ask_stands_in_the_invitation_where_somebody_said_so() {
    let mut scene = called();
    let said = |scene: &Scene| text(&scene.paper(PaperKind::Invitation, Stage::Final));
    assert!(!said(&scene).contains("liên hệ"));
    scene.dossier.meeting.contact_phone = Some("0900 000 000".to_owned());
    assert!(said(&scene).contains("Mọi chi tiết xin liên hệ số điện thoại 0900 000 000."));
    scene.dossier.meeting.contact = Some("Người Liên Hệ Ví Dụ".to_owned());
    let whole = said(&scene)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let sentence =
        "Mọi chi tiết xin liên hệ đồng chí Người Liên Hệ Ví Dụ, điện thoại 0900 000 000.";
    assert!(whole.contains(sentence), "{whole}");
    // The form of the meeting asks for both.
    let mut desk = Desk::sized(100, 40);
    desk.press("<F2><C-d>").sees("Người liên hệ");
    for _ in 0..11 {
        desk.press("<Tab>");
    }
    desk.press("Người Liên Hệ Ví Dụ<Tab>0900<C-s>");
    let meeting = desk.dossier().meeting;
    let known = (meeting.contact.as_deref(), meeting.contact_phone.as_deref());
    assert_eq!(known, (Some("Người Liên Hệ Ví Dụ"), Some("0900")));
    desk.press("<F8><C-o>giấy mời<Enter><Enter>").press("<End>");
    // A body is no comrade.
    let body = text(&scene.paper(of(&scene, "Đại diện lãnh đạo Trung tâm"), Stage::Final));
    assert!(
        !body.contains("Đề nghị đồng chí") && body.contains("Đề nghị cử đại biểu"),
        "{body}"
    );
}

/// A paper of another year than its meeting does not print the year of the meeting.
#[test]
fn a_day_that_nobody_gave_has_no_year() {
    let scene = planned();
    for kind in [PaperKind::Invitation, PaperKind::Notice] {
        let said = text(&scene.paper(kind, Stage::Draft(1)));
        assert!(
            said.contains("ngày ...... tháng ...... năm ......"),
            "{said}"
        );
    }
}

fn sum(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// With number and day it is final though nothing is signed; the same number never says anything else, another does, and
/// the signature of the minutes has no part in it.
#[test]
fn a_numbered_invitation_is_final_and_a_moved_meeting_is_invited_to_anew() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    let mut desk = Desk::sized(120, 36);
    desk.press("<F2><C-d><Tab><Tab><Tab><Tab>Hội trường A<Enter>Người Chủ Trì<Enter>Trưởng Ban Tổ chức Thành ủy<C-s>")
        .sees("Sửa thông tin hội nghị");
    let shown = |desk: &mut Desk| {
        desk.press("<F8><C-o>giấy mời<Enter>")
            .sees("Chung cho tất cả");
        desk.press("<Enter>").sees("◂ Giấy mời ▸");
    };
    shown(&mut desk);
    desk.sees("dự thảo lần 1");
    let export = |desk: &mut Desk, name: &str| {
        desk.press("<C-s><C-u>").paste(&file(name)).press("<Enter>");
    };
    export(&mut desk, "nhap.txt");
    desk.sees("Đã xuất");
    desk.press("<C-e>7<Enter>3/7<C-s>").sees("bản chính");
    export(&mut desk, "gm.txt");
    desk.sees("Đã xuất");
    assert!(sum(Path::new(&file("gm.txt"))).contains("Số 07-GM/BTCTU"));
    // The meeting is moved: under the same number stands what was sent, and F8 says what has changed since.
    desk.press("<F2><C-d><Tab><Tab><Tab><C-u>9:30<C-s>");
    desk.press("<F8>")
        .sees("08 giờ 00, thứ Ba, ngày 11 tháng 7 năm 2023")
        .misses("09 giờ 30")
        .sees("Kế hoạch đã khác bản đã gửi: t");
    export(&mut desk, "lai.txt");
    assert_eq!(
        sum(Path::new(&file("lai.txt"))),
        sum(Path::new(&file("gm.txt")))
    );
    // Nor does another body get the new plan under the number of the old one.
    desk.press("<C-o>giấy mời<Enter>linh tr<Enter>");
    export(&mut desk, "khac.txt");
    desk.sees("số này đã gửi nơi khác, nay kế hoạch đã đổi");
    assert!(!Path::new(&file("khac.txt")).exists());
    desk.press("<Esc><Esc><F8>");
    shown(&mut desk);
    desk.press("<C-e><C-u>8<C-s>")
        .sees("bản chính")
        .sees("09 giờ 30")
        .misses("Kế hoạch đã khác");
    desk.press("<C-s>")
        .sees("giay-moi-2023-07-11-lan-")
        .press("<Esc>");
    export(&mut desk, "gm2.txt");
    desk.sees("Đã xuất");
    assert!(sum(Path::new(&file("gm2.txt"))).contains("Số 08-GM/BTCTU"));
    // An older number says what was sent under it, and nothing else.
    desk.press("<C-e><C-u>7<C-s>").sees("08 giờ 00, thứ Ba");
    export(&mut desk, "cu.txt");
    assert_eq!(
        sum(Path::new(&file("cu.txt"))),
        sum(Path::new(&file("gm.txt")))
    );
    desk.press("<C-e><C-u>8<C-s>").sees("09 giờ 30");
    // What went out goes out again from the list of versions, though a later one exists; of a draft only the words are kept.
    desk.press("<C-r><Down><C-s>")
        .sees("giay-moi-2023-07-11-lan-2.docx")
        .press("<C-u>")
        .paste(&file("nguyen.txt"))
        .press("<Enter>")
        .sees("Đã xuất");
    assert_eq!(
        sum(Path::new(&file("nguyen.txt"))),
        sum(Path::new(&file("gm.txt")))
    );
    desk.press("<Esc><C-r><End><C-s>")
        .sees("Chỉ bản chính được giữ để xuất lại");
    desk.press("<Esc><Esc>");
    shown(&mut desk);
    // The units are numbered by the roll; the others stand behind them without a number of their own group.
    desk.press("<C-o>giấy mời<Enter><End>");
    desk.draw();
    let screen = desk.text();
    let guest = screen
        .lines()
        .find(|line| line.contains("Trung tâm Chính trị"));
    let guest = guest.unwrap().split('│').nth(1).unwrap();
    assert!(!guest.contains(char::is_numeric), "{guest:?}");
    desk.press("<Esc><Esc>");
    // One body of those who are invited.
    desk.press("<C-o>giấy mời<Enter>linh tr<Enter>")
        .sees("Giấy mời: Linh Trung");
}

/// Sends the invitation of a new book under number 7, in these words.
fn sent(book: &Path, phrases: Option<Phrases>, file: &Path) {
    let setup = Setup {
        phrases,
        ..Setup::default()
    };
    let store = Store::open(book, morning()).unwrap();
    Desk::set_up(store, (160, 36), morning(), setup)
        .press("<F2><C-d><Tab><Tab><Tab><Tab>Hội trường A, tầng hai<Enter>Người Chủ Trì<Enter>Trưởng Ban Tổ chức Thành ủy<C-s>")
        .press("<F8><C-o>giấy mời<Enter><Enter><C-e>7<Enter>3/7<C-s>")
        .sees("bản chính")
        .press("<C-s><C-u>")
        .paste(&file.display().to_string())
        .press("<Enter>")
        .sees("Đã xuất");
}

/// Opens the book again in the words of the program, changes the plan, and sends the invitation to one body more.
fn sent_on(book: &Path, plan: &str, file: &Path) -> Desk {
    let mut desk = Desk::with(Store::open(book, morning()).unwrap(), (160, 36), Lang::Vi);
    desk.press(plan)
        .press("<F8><C-o>giấy mời<Enter>linh tr<Enter><C-s><C-u>")
        .paste(&file.display().to_string())
        .press("<Enter>");
    desk
}

/// The words of an earlier program, and those of the user, are no other plan; another place or hour is, in whatever words.
#[test]
fn other_words_are_no_other_plan() {
    let ours = "[invitation]\nvenue = \"Nơi họp: {venue}\"\nlead = \"{issuer} kính mời dự {meeting} như sau:\"\n\
        chair = \"Người điều hành: {name}, {office}\"\n";
    let before = "[invitation]\ntime = \"Thời gian: {begins} phút, vào {day}\"\n";
    for own in [ours, before] {
        for (plan, says) in [
            ("", None),
            ("<F2><C-d><Tab><Tab><Tab><C-u>9:30<C-s>", Some("t")),
            (
                "<F2><C-d><Tab><Tab><Tab><Tab><C-u>Hội trường B<C-s>",
                Some("đ"),
            ),
            (
                "<F2><C-d><Tab><Tab><Tab><Tab><C-u>Hội trường A<C-s>",
                Some("đ"),
            ),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let (book, other) = (folder.path().join("so"), folder.path().join("khac.txt"));
            sent(
                &book,
                Some(Phrases::read(own).unwrap()),
                &folder.path().join("gm.txt"),
            );
            let mut desk = sent_on(&book, plan, &other);
            assert_eq!(other.exists(), says.is_none(), "{own} {plan}");
            desk.press("<Esc><Esc><F8><C-o>giấy mời<Enter><Enter>");
            match says {
                None => desk.misses("Kế hoạch đã khác"),
                Some(part) => desk.sees(&format!("Kế hoạch đã khác bản đã gửi: {part}")),
            };
        }
    }
}

/// The invitation that is out hinders nobody from signing the minutes, or from taking the signature back.
#[test]
fn an_invitation_that_is_out_keeps_no_signature() {
    let mut store = Store::in_memory(morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let scene = called();
    let handing = giaoban::meeting::papers::Handing {
        of: (PaperKind::Invitation, None),
        version: 1,
        is_final: true,
        words: "lời".to_owned(),
        document: None,
        files: vec![("/nowhere".to_owned(), "0".to_owned())],
    };
    let done = store.hand_out::<giaoban::store::Failure>(id, &[handing], morning(), || Ok(()));
    assert!(done.is_ok(), "{done:?}");
    let state = |store: &Store| store.dossier(id).unwrap().unwrap().meeting;
    for wanted in [MeetingState::Final, MeetingState::Closed] {
        let change = Change::edit(&state(&store), |meeting| meeting.state = wanted);
        let done = store.commit(&Transaction::new("thử", vec![change]), morning());
        assert!(done.is_ok(), "{wanted:?}: {done:?}");
    }
    assert!(scene.dossier.meeting.reply_by.is_some());
}

/// What a calendar says, unfolded, line by line.
fn unfolded(calendar: &str) -> Vec<String> {
    assert!(
        calendar.split("\r\n").all(|line| line.len() <= 75),
        "{calendar}"
    );
    let lines = calendar.replace("\r\n ", "");
    lines.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_calendar_knows_the_meeting_again_when_it_is_moved() {
    let home = Home::new();
    drop(Store::open(&home.book(), morning()).unwrap());
    let calendar = || {
        let output = home.output(&["--book", "so.giaoban", "calendar"]);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        unfolded(&String::from_utf8(output.stdout).unwrap())
    };
    let value = |lines: &[String], name: &str| {
        let line = lines.iter().find(|line| line.starts_with(name));
        line.and_then(|line| line.strip_prefix(name))
            .map(str::to_owned)
            .unwrap_or_default()
    };
    let first = calendar();
    assert_eq!(value(&first, "DTSTART:"), "20230711T010000Z");
    assert_eq!(value(&first, "DTEND:"), "20230711T030000Z");
    assert_eq!(value(&first, "SEQUENCE:"), "0");
    assert_eq!(value(&first, "METHOD:"), "");
    assert_eq!(
        first.iter().filter(|line| *line == "BEGIN:VEVENT").count(),
        1
    );
    let told = value(&first, "DESCRIPTION:");
    assert!(told.contains("8h00 - 8h10 Khai mạc"), "{told}");
    let mut store = Store::open(&home.book(), morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let meeting = store.dossier(id).unwrap().unwrap().meeting;
    let moved = Change::edit(&meeting, |meeting| {
        meeting.starts += chrono::TimeDelta::minutes(30);
        meeting.venue = Some("Phòng 2; tầng 3, nhà B".to_owned());
    });
    store
        .commit(&Transaction::new("dời", vec![moved]), morning())
        .unwrap();
    let second = calendar();
    assert_eq!(value(&second, "SEQUENCE:"), "1");
    assert_eq!(value(&second, "UID:"), value(&first, "UID:"));
    assert_eq!(value(&second, "LOCATION:"), "Phòng 2\\; tầng 3\\, nhà B");
    // Taken back, it is moved once more.
    store.undo(morning()).unwrap().unwrap();
    let third = calendar();
    assert_eq!(value(&third, "SEQUENCE:"), "2");
    assert_eq!(value(&third, "DTSTART:"), value(&first, "DTSTART:"));
    // So is one that ends later, or earlier.
    let dossier = store.dossier(id).unwrap().unwrap();
    let item = dossier.items.iter().next().unwrap();
    let longer = Change::edit(item, |item| item.minutes += 10);
    store
        .commit(&Transaction::new("thêm phút", vec![longer]), morning())
        .unwrap();
    let longer = calendar();
    assert_eq!(value(&longer, "SEQUENCE:"), "3");
    assert_ne!(value(&longer, "DTEND:"), value(&first, "DTEND:"));
    let cut = agenda::skip(
        &dossier,
        dossier.items.iter().nth(1).unwrap(),
        "hết giờ",
        morning(),
    );
    store
        .commit(&Transaction::new("bỏ", cut), morning())
        .unwrap();
    assert_eq!(value(&calendar(), "SEQUENCE:"), "4");
    // Whoever is invited waits for the next meeting, not for the last one that was held, or for one that is far off.
    let changes = [(id, MeetingState::Closed)].map(|(id, state)| {
        let meeting = store.dossier(id).unwrap().unwrap().meeting;
        Change::edit(&meeting, |meeting| meeting.state = state)
    });
    let later = |days: i64, title: &str| {
        let mut row = store.dossier(id).unwrap().unwrap().meeting;
        row.id = store.ids().next();
        row.starts += chrono::TimeDelta::days(days);
        title.clone_into(&mut row.title);
        Change::insert(row)
    };
    let all = changes
        .into_iter()
        .chain([later(60, "Xa"), later(30, "Gần")]);
    store
        .commit(&Transaction::new("lập", all.collect()), morning())
        .unwrap();
    assert_eq!(value(&calendar(), "SUMMARY:"), "Gần");
    let output = home.output(&["--book", "so.giaoban", "calendar", "-o", "hop.ics"]);
    assert!(output.status.success() && home.path("hop.ics").exists());
}

#[test]
fn an_invitation_is_exported_as_a_calendar_by_its_ending() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hop.ICS");
    let mut desk = Desk::new();
    desk.press("<F8><C-o>giấy mời<Enter><Enter><C-s><C-u>")
        .sees(".ics")
        .paste(&file.display().to_string())
        .press("<Enter>")
        .sees("Đã xuất");
    assert!(sum(&file).starts_with("BEGIN:VCALENDAR\r\n"));
    // It is no version of the paper.
    desk.press("<C-r>").sees("Chưa xuất lần nào");
}

#[test]
fn a_plate_names_who_is_expected_and_has_no_blank() {
    let mut scene = planned();
    let mut known = scene.seat("Linh Trung");
    known.secretary = Some("Người Bí Thư Ví Dụ".to_owned());
    scene.dossier.seats.put(known);
    scene.mark(
        "Linh Trung",
        &Mark::Came(Delegate::Summoned(Rank::Secretary)),
        "07:30",
    );
    let mut unannounced = scene.seat("An Khánh");
    unannounced.secretary = Some("Người Chưa Báo Ví Dụ".to_owned());
    scene.dossier.seats.put(unannounced);
    let mut other = scene.seat("Tam Phú");
    other.secretary = Some("Người Vắng Ví Dụ".to_owned());
    scene.dossier.seats.put(other);
    let substitute = Mark::Came(Delegate::Substitute {
        person: "Người Thay Ví Dụ".to_owned(),
        office: "Phó Bí thư".to_owned(),
        on_behalf: None,
    });
    scene.mark("Tam Phú", &substitute, "07:30");
    let plates = scene.paper(PaperKind::NamePlates, Stage::Final);
    assert_eq!(plates.gaps().count(), 0);
    let said: Vec<Vec<&str>> = plates
        .pieces
        .iter()
        .map(|piece| match &piece.block {
            Block::Plate(plate) => plate.lines.iter().map(|line| line.text.as_str()).collect(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(said.len(), scene.dossier.seats.len());
    assert!(
        said.contains(&vec![
            "ĐẢNG ỦY PHƯỜNG",
            "LINH TRUNG",
            "Bí thư",
            "Người Bí Thư Ví Dụ"
        ]),
        "{said:?}"
    );
    assert!(
        said.contains(&vec![
            "ĐẢNG ỦY PHƯỜNG",
            "TAM PHÚ",
            "Phó Bí thư",
            "Người Thay Ví Dụ"
        ]),
        "{said:?}"
    );
    assert!(
        said.contains(&vec!["ĐẢNG ỦY PHƯỜNG", "AN KHÁNH"]),
        "{said:?}"
    );
    assert!(!said.iter().flatten().any(|line| line.contains("......")));
    // No name of a ward is cut in two, also in words of the house in which it stands behind its kind.
    let own = Phrases::read("[name_plates]\nunit = \"Đảng ủy phường {unit}\"").unwrap();
    let own = scene.worded(PaperKind::NamePlates, Stage::Final, &own);
    for seat in roll_call::wards(&scene.dossier) {
        for plates in [&plates, &own] {
            let name = seat.name.to_uppercase();
            assert!(markdown(plates).contains(&name), "{name}");
            let mut lines = plates.pieces.iter().flat_map(|piece| match &piece.block {
                Block::Plate(plate) => plate.lines.iter(),
                other => panic!("{other:?}"),
            });
            assert!(lines.any(|line| line.text == name), "{name}");
        }
    }
    // Two on a page, as long in both formats; every name stands on both halves, turned to its own side.
    let pages = giaoban::papers::pdf::pages(&plates);
    assert_eq!(pages.len(), said.len().div_ceil(2));
    for name in ["AN KHÁNH", "LINH TRUNG", "Người Thay Ví Dụ"] {
        let mut runs = pages.iter().flat_map(|page| &page.runs);
        let turns: Vec<Turn> = runs
            .by_ref()
            .filter(|run| run.text == name)
            .map(|run| run.turn)
            .collect();
        assert_eq!(turns, [Turn::Right, Turn::Left], "{name}");
    }
    let package = Package::open(&docx(&plates).unwrap());
    let xml = package.xml("word/document.xml");
    let turned = |of: &str| {
        let all = xml
            .descendants()
            .filter(|node| node.tag_name().name() == "textDirection");
        let values =
            all.filter_map(|node| node.attributes().next().map(|at| at.value().to_owned()));
        values.filter(|value| value == of).count()
    };
    assert_eq!((turned("tbRl"), turned("btLr")), (said.len(), said.len()));
    let main = Package::open(&docx(&plates).unwrap())
        .xml("word/document.xml")
        .descendants()
        .fold(0, |n, node| {
            n + usize::from(node.tag_name().name() == "trHeight")
        });
    assert_eq!(main, said.len());
}

#[test]
fn the_papers_before_a_meeting_are_there_in_english() {
    let store = Store::in_memory(morning()).unwrap();
    let mut desk = Desk::with(store, (80, 24), Lang::En);
    desk.press("<F8><C-o>invitation<Enter>")
        .sees("WHOSE INVITATION?");
    desk.press("<Enter>").sees("◂ Invitation ▸");
    desk.press("<C-o>plates<Enter>").sees("◂ Name plates ▸");
    desk.press("<F2><C-d>")
        .sees("To prepare")
        .sees("Reply before");
    desk.press("<Esc><C-o>").sees("WHICH DOCUMENT?");
    desk.press("<Esc><F4><A-=>").sees("Nothing is prepared");
}

/// Alt-= on the desk shows what is prepared; Enter takes it as the chair says it, `=` puts it into the line, Delete drops it.
#[test]
fn a_prepared_conclusion_is_taken_changed_or_dropped_with_one_key() {
    let mut desk = Desk::new();
    desk.press("<F4><A-=>").sees("Chưa soạn kết luận nào");
    for (text, area) in [
        ("Rà soát xong hồ sơ trước 31/7", "2"),
        ("Gửi báo cáo quý", ""),
        ("Họp lại vào tháng 9", ""),
    ] {
        desk.press("<C-n>")
            .sees("KẾT LUẬN CHUẨN BỊ SẴN")
            .paste(text);
        desk.press(&format!("<Enter>{area}<Enter>6<C-s>"))
            .sees("Soạn sẵn kết luận");
    }
    desk.sees("1 · ND2 · mục 6 · chờ").sees("3 · mục 6 · chờ");
    // Nobody has said it yet.
    desk.press("<Enter>").sees("chưa bắt đầu");
    desk.press("<Esc><C-n>").sees("Bắt đầu mục");
    let said = |desk: &Desk| {
        let dossier = desk.dossier();
        let mut texts: Vec<String> = dossier
            .conclusions
            .iter()
            .map(|one| one.text.clone())
            .collect();
        texts.sort();
        texts
    };
    for key in ["<F8>", "<F8><Right>"] {
        desk.press(key)
            .misses("Rà soát xong hồ sơ")
            .misses("Gửi báo cáo quý");
    }
    desk.press("<F4><C-b>")
        .misses("Rà soát xong hồ sơ")
        .press("<Esc>");
    assert!(said(&desk).is_empty());
    // Taken as it is, with its focus area, at this moment.
    desk.set_time("09:50:00");
    desk.press("<A-=><Enter>")
        .sees("Ghi kết luận đã chuẩn bị")
        .sees("✓ đã lấy");
    let taken = desk.dossier().conclusions.iter().next().unwrap().clone();
    assert_eq!(taken.text, "Rà soát xong hồ sơ trước 31/7");
    assert_eq!(taken.at.to_rfc3339(), "2023-07-11T09:50:00+07:00");
    assert!(taken.focus.is_some());
    // Put into the line and said in other words.
    desk.press("=").sees("= Gửi báo cáo quý");
    desk.press(" trước ngày 05<Enter>").sees("Ghi kết luận");
    assert_eq!(said(&desk).len(), 2);
    desk.press("<A-=>")
        .sees("1 · mục 6 · chờ")
        .sees("Họp lại vào tháng 9");
    // Dropped, and waiting again.
    desk.press("<Del>").sees("đã bỏ").press("<Home><Enter>");
    desk.press("<C-z>").sees("Đã hoàn tác");
    assert_eq!(said(&desk).len(), 2);
    desk.press("<Esc>").press("<F8>").sees("Biên bản");
}

/// A prepared conclusion knows the one that it became: with that it goes to another time, and comes back when that is deleted.
#[test]
fn a_prepared_conclusion_comes_back_with_the_deleted_one() {
    let mut desk = Desk::new();
    desk.press("<F4><A-=><C-n>Gửi báo cáo quý<C-s><C-n>Rà soát hồ sơ<C-s><Esc><C-n>");
    // Both in one second, one of them in other words.
    desk.press("<A-=><Enter><Home>=")
        .press(" đợt hai<Enter>")
        .press("<A-=>")
        .sees("✓ đã lấy")
        .misses("· chờ");
    desk.press("<Esc><Tab><C-x><C-s>").sees("Chuyển kết luận");
    let said = |desk: &Desk| desk.dossier().conclusions.iter().count();
    let waits = |desk: &Desk| giaoban_waits(&desk.dossier());
    assert_eq!((said(&desk), waits(&desk)), (2, Vec::<String>::new()));
    // Deleted at the desk: the one that it stated waits again, the other does not.
    desk.press("<Del>").sees("Xóa kết luận");
    assert_eq!(
        (said(&desk), waits(&desk)),
        (1, vec!["Rà soát hồ sơ".to_owned()])
    );
    desk.press("<C-z>");
    assert_eq!((said(&desk), waits(&desk)), (2, Vec::new()));
    // Deleted in the list, the conclusion goes with it; one undo takes both back.
    desk.press("<Esc><A-=>")
        .sees("✓ đã lấy 07:40")
        .press("<Home><Del>")
        .sees("Xóa kết luận đã ghi");
    assert_eq!((said(&desk), waits(&desk).len()), (1, 1));
    desk.press("<C-z>");
    assert_eq!((said(&desk), waits(&desk).len()), (2, 0));
}

fn giaoban_waits(dossier: &giaoban::meeting::dossier::Dossier) -> Vec<String> {
    let all = dossier.prepared.iter();
    let waiting = all.filter(|one| one.at.is_none());
    waiting.map(|one| one.text.clone()).collect()
}

/// The name of a document is corrected at every meeting, unless another is meant.
#[test]
fn the_name_of_a_document_is_corrected_once_or_another_is_meant() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    let names = || -> Vec<String> {
        let raw = book.raw();
        let sql = "SELECT citation FROM document ORDER BY id";
        let mut statement = raw.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let before = names().len();
    desk.press("<F2><C-o>1Báo cáo tháng 5<C-s>")
        .sees("Tài liệu: Báo cáo tháng 5");
    desk.press("3")
        .sees("SỬA TÀI LIỆU NÀO?")
        .press("1<Home><S-Tab><S-Tab><S-Tab><C-u>Báo cáo tháng 6<C-s>")
        .sees("TÊN KHÁC: VẪN VĂN BẢN ẤY?")
        .sees("Báo cáo tháng 5")
        .press("1")
        .sees("Tài liệu: Báo cáo tháng 6")
        .sees("MỞ TÀI LIỆU NÀO?");
    assert_eq!(names().len(), before + 1);
    assert!(names().contains(&"Báo cáo tháng 6".to_owned()));
    // Another document; then back to one that the book knows, which needs no question.
    desk.press("31<S-Tab><S-Tab><S-Tab><C-u>Đề cương<C-s>")
        .press("2")
        .sees("Tài liệu: Đề cương");
    assert_eq!(names().len(), before + 2);
    desk.press("31<S-Tab><S-Tab><S-Tab><C-u>Báo cáo th")
        .sees("Sổ đã có: Báo cáo tháng 6")
        .press("áng 6<C-s>")
        .misses("TÊN KHÁC")
        .sees("Tài liệu: Báo cáo tháng 6");
    assert_eq!(names().len(), before + 2);
    let raw = book.raw();
    let plan: String = raw
        .query_row(
            "EXPLAIN QUERY PLAN SELECT * FROM document WHERE citation >= 'a' AND citation < 'b' ORDER BY citation, id LIMIT 8",
            [],
            |row| row.get(3),
        )
        .unwrap();
    assert!(plan.contains("INDEX"), "{plan}");
}

/// The days off are the book's: a series is planned around them also while no meeting is open.
#[test]
fn a_series_keeps_off_the_holidays_without_an_open_meeting() {
    let book = Shared::new();
    drop(book.store(1));
    let raw = book.raw();
    raw.execute_batch(
        "PRAGMA foreign_keys = OFF; DELETE FROM agenda_item; DELETE FROM seat; DELETE FROM meeting;",
    )
    .unwrap();
    let mut desk = book.desk(1);
    desk.press("<F2><C-n>loạt<Enter>")
        .sees("LẬP CẢ LOẠT HỘI NGHỊ")
        .press("<Tab><C-u>2/8/2023<Enter><C-u>8:00<Enter>2<C-s>")
        .sees("05/9/2023  08:00");
}

/// A line that is half typed is not lost to a prepared conclusion, and one that was let go is not taken.
#[test]
fn the_line_keeps_what_was_typed_and_a_cleared_line_takes_nothing() {
    let mut desk = Desk::new();
    desk.press("<F4><A-=><C-n>Gửi báo cáo quý<C-s><Esc><C-n>");
    desk.press("Một câu dở<A-=>=").sees("Dòng ghi đang có chữ");
    desk.press("<Esc>").sees("Một câu dở").press("<C-u><A-=>=");
    desk.sees("= Gửi báo cáo quý")
        .press("<C-u>= Việc khác<Enter>")
        .sees("Ghi kết luận");
    desk.press("<A-=>").sees("1 · chờ");
}

/// What is neither taken nor dropped is told when the meeting is closed, and stays in the book; a kill loses nothing.
#[test]
fn what_was_prepared_and_not_used_is_told_at_closing() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    desk.press("<F4><A-=><C-n>Gửi báo cáo quý<C-s><Esc><C-n>");
    drop(desk);
    let mut desk = book.desk(1);
    desk.press("<F4><A-=>")
        .sees("Gửi báo cáo quý")
        .press("<Esc><C-p>bế mạc<Enter>");
    desk.sees("1 kết luận chuẩn bị sẵn chưa dùng")
        .press("1<Esc>");
    desk.press("<A-=>")
        .sees("1 · chờ")
        .press("<Enter>")
        .sees("bế mạc");
    let kept = book
        .raw()
        .query_row("SELECT state FROM prepared", [], |row| {
            row.get::<_, String>(0)
        });
    assert_eq!(kept.unwrap(), "waiting");
}

/// A program of the desktop that a test can look into.
#[derive(Debug)]
struct Seen(Rc<RefCell<Vec<String>>>);

impl Opener for Seen {
    fn open(&mut self, place: &str) -> std::io::Result<()> {
        self.0.borrow_mut().push(place.to_owned());
        Ok(())
    }
}

/// A document names its file; one key opens it, and only what a reader means by a document.
#[test]
fn a_document_of_the_meeting_is_opened_by_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("báo cáo.docx");
    std::fs::write(&file, "chữ").unwrap();
    let path = file.canonicalize().unwrap().display().to_string();
    let mut desk = Desk::sized(120, 36);
    let opened = Rc::new(RefCell::new(Vec::new()));
    desk.app.app.open_with(Box::new(Seen(Rc::clone(&opened))));
    desk.press("<F2><C-o>").sees("MỞ TÀI LIỆU NÀO?").press("1");
    desk.press("Báo cáo tháng 6<Enter>").paste(&path);
    desk.press("<Enter>2<C-s>")
        .sees("Tài liệu: Báo cáo tháng 6");
    desk.sees("báo cáo.docx").press("1").sees("Đã mở ");
    assert_eq!(*opened.borrow(), std::slice::from_ref(&path));
    // An address, from the desk.
    desk.press("<F4><C-p>tài liệu của<Enter>2Trang tin<Enter>https://example.org/a?b=1<C-s>");
    desk.press("2").sees("Đã mở https://example.org/a?b=1");
    assert_eq!(opened.borrow().len(), 2);
    // What is gone is said, and nothing is opened.
    std::fs::remove_file(&file).unwrap();
    desk.press("<F2><C-o>1").sees("Không còn tệp");
    // A program, another scheme: refused while they are typed.
    for (place, why) in [
        ("/bin/cong-cu.SH", "không phải tài liệu"),
        ("file:///etc/passwd", "không phải đường dẫn"),
        ("javascript://x", "không phải đường dẫn"),
    ] {
        desk.press("<C-o>3Thử<Enter>")
            .paste(place)
            .press("<C-s>")
            .sees(why)
            .press("<Esc><Esc>1<Esc>");
    }
    assert_eq!(opened.borrow().len(), 2);
    // It is corrected, taken off, and both are taken back.
    desk.press("<F2><C-o>")
        .sees("Sửa, bỏ tài liệu")
        .press("4")
        .sees("SỬA TÀI LIỆU NÀO?");
    desk.press("1<Up><Up><Up><C-u><C-s>")
        .sees("Bỏ tài liệu: Báo cáo tháng 6");
    desk.press("<Esc><C-o>")
        .misses("Báo cáo tháng 6")
        .press("<Esc><C-z>");
    desk.press("<C-o>").sees("Báo cáo tháng 6");
}

/// A series is one transaction: each meeting has its own name and day, none is on a day off, and one undo takes all back.
#[test]
fn a_series_is_planned_and_taken_back_at_once() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    let planned = |_: &Desk| -> Vec<(String, String)> {
        let raw = book.raw();
        let sql = "SELECT substr(starts, 1, 10), title FROM meeting ORDER BY starts DESC";
        let mut statement = raw.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    desk.press("<F2>");
    let before = planned(&desk);
    desk.press("<C-n>")
        .sees("Cả loạt hội nghị")
        .press("3")
        .sees("LẬP CẢ LOẠT HỘI NGHỊ");
    // The second of September is a Saturday of that year and a holiday besides; the fourth is given in its place.
    desk.press("<Tab><C-u>2/8/2023<Enter><C-u>8:00<Enter>5<C-s>");
    desk.sees("Lập 5 hội nghị")
        .sees("dời vì ngày nghỉ: 02/9/2023 →");
    let after = planned(&desk);
    assert_eq!(after.len(), before.len() + 5);
    let new: Vec<&(String, String)> = after.iter().filter(|one| !before.contains(one)).collect();
    let days: Vec<&str> = new.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(
        days,
        [
            "2023-12-04",
            "2023-11-02",
            "2023-10-02",
            "2023-09-05",
            "2023-08-02"
        ]
    );
    let names: HashSet<&str> = new.iter().map(|(_, title)| title.as_str()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(new[4].1.contains("tháng 7 năm 2023"), "{new:?}");
    // The items follow the day too.
    desk.press("<F4><C-o>")
        .sees("Báo cáo kết quả tháng 7 năm 2023")
        .press("<Esc><F2><C-z>");
    assert_eq!(planned(&desk), before);
}

/// No two meetings of a series are on one day, and each reports on what it was due for.
#[test]
fn a_series_over_days_off_has_no_day_twice_and_keeps_its_periods() {
    let book = Shared::new();
    let mut desk = book.desk(1);
    let planned = |from: &str| -> Vec<(String, String)> {
        let raw = book.raw();
        let sql =
            "SELECT substr(starts, 1, 10), title FROM meeting WHERE starts > ?1 ORDER BY starts";
        let mut statement = raw.prepare(sql).unwrap();
        let rows = statement.query_map([from], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    // The fifteenth of October is a Sunday: the sixteenth reports on September all the same.
    desk.press("<F2><C-n>3<Tab><C-u>15/10/2023<Enter><Enter>2<C-s>")
        .sees("Lập 2 hội nghị");
    let monthly = planned("2023-10");
    let days: Vec<&str> = monthly.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2023-10-16", "2023-11-15"]);
    assert!(monthly[0].1.ends_with("tháng 9 năm 2023"), "{monthly:?}");
    assert!(monthly[1].1.ends_with("tháng 10 năm 2023"), "{monthly:?}");
    // The eighth of February is the eve of Tết, and the next day that is worked is the next Thursday.
    desk.press("<F2><C-n>31<Tab><C-u>1/2/2024<Enter><Enter>3<C-s>")
        .sees("Lập 3 hội nghị")
        .sees("08/02/2024");
    let weekly = planned("2024");
    let days: Vec<&str> = weekly.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2024-02-01", "2024-02-15", "2024-02-22"]);
}

#[test]
fn a_series_that_cannot_be_is_refused_with_a_sentence() {
    let mut desk = Desk::sized(120, 36);
    for (typed, why) in [
        ("0", "số buổi từ 1 đến 104"),
        ("mai sau", "số buổi từ 1 đến 104"),
        ("105", "số buổi từ 1 đến 104"),
        ("1/8/2023", "Ngày cuối trước buổi đầu"),
        ("31/12/2029", "chỉ có hiệu lực đến 30/6/2025"),
    ] {
        desk.press("<F2><C-n>3<Tab><C-u>2/8/2023<Enter><Enter>")
            .paste(typed)
            .press("<C-s>")
            .sees(why);
        desk.press("<Esc><Esc>1<Esc>");
    }
    // Every week until a day, Telex off: the rhythm is picked by its digit.
    desk.press("<F2><C-n>31<Tab><C-u>2/8/2023<Enter><Enter>30/8/2023<C-s>")
        .sees("Lập 5 hội nghị");
}

/// A book from before opens, and nothing in it was asked for, prepared or moved.
#[test]
fn a_book_from_before_has_nothing_of_this_and_undoes_to_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0005.giaoban"
    );
    std::fs::copy(old, &path).unwrap();
    let mut store = Store::open(&path, morning()).unwrap();
    let id = store.last_held().unwrap().unwrap();
    let first = store.dossier(id).unwrap().unwrap();
    assert!(first.prepared.is_empty());
    assert!(first.meeting.prepare.is_none() && first.meeting.reply_by.is_none());
    assert!(first.items.iter().all(|item| item.prepare.is_none()));
    let change = Change::edit(&first.meeting, |meeting| {
        meeting.prepare = Some("số liệu".to_owned());
        meeting.reply_by = Some(day(2026, 12, 1));
    });
    store
        .commit(&Transaction::new("thử", vec![change]), morning())
        .unwrap();
    let changed = store.dossier(id).unwrap().unwrap();
    assert_eq!(changed.meeting.prepare.as_deref(), Some("số liệu"));
    let mut taken_back = 0;
    while store.undo(morning()).unwrap().is_some() {
        taken_back += 1;
        if taken_back == 1 {
            assert_eq!(store.dossier(id).unwrap().unwrap(), first);
        }
    }
    assert!(taken_back > 1, "what was done before can be taken back too");
}
