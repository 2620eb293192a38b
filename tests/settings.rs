//! Settings: of the book, in its rows and undoable; of the program, in a commented file; of the wording, in a file too.
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::common::pty::{Home, Pty};
use crate::common::stage::{Stage, StandingClock, morning};
use giaoban::app::config;
use giaoban::app::config::{Preference, TEMPLATE};
use giaoban::app::{App, Setup};
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{Capacity, MeetingState, Tone};
use giaoban::papers::document::House;
use giaoban::papers::phrases::Phrases;
use giaoban::store::Store;
use giaoban::text::telex::Method;
use giaoban::tui::keymap::KEYMAP;
use giaoban::tui::program::Program;
use giaoban::tui::window::Window;
use giaoban::words::Lang;

/// A stage over a book whose settings of the program lie in a folder.
fn stage_in(folder: &Path, setup: Setup) -> Stage {
    let mut stage = Stage::new();
    let store = Store::open(&folder.join("so.giaoban"), morning()).unwrap();
    let clock = StandingClock(Rc::new(Cell::new(morning())));
    stage.app = Window::new(App::new(store, Box::new(clock), setup, KEYMAP).unwrap());
    stage.app.resize(80, 24);
    stage.draw();
    stage
}

fn setup(folder: &Path) -> Setup {
    Setup {
        config: Some(folder.join("config/config.toml")),
        phrases_file: Some(folder.join("config/phrases.toml")),
        ..Setup::default()
    }
}

fn config_of(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("config/config.toml")).unwrap()
}

/// Marks the only meeting of a book as signed.
fn sign(store: &mut Store) {
    let id = store.last_meeting().unwrap().unwrap();
    let meeting = store.dossier(id).unwrap().unwrap().meeting;
    let change = Change::edit(&meeting, |meeting| meeting.state = MeetingState::Final);
    let signed = Transaction::new("ký", vec![change]);
    store.commit(&signed, morning()).unwrap();
}

#[test]
fn every_setting_of_the_book_can_be_found_and_changed_and_taken_back() {
    let mut stage = Stage::new();
    stage.press("<F11>").sees("giaoban · Cài đặt");
    stage.sees("SỔ · CƠ QUAN BAN HÀNH").sees("THÀNH ỦY THỦ ĐỨC");
    let texts = [
        ("cơ quan cấp trên", "THÀNH ỦY MỚI"),
        ("cơ quan ban hành", "VĂN PHÒNG"),
        ("tên đầy đủ", "Văn phòng Thành ủy"),
        ("tên gọn", "Văn phòng ta"),
        ("người đứng đầu", "Chánh Văn phòng"),
        ("địa danh", "Thành phố Hồ Chí Minh"),
        ("ký hiệu", "VP/TU-1"),
        ("bộ phận theo dõi", "Phòng Tổng hợp"),
    ];
    for (name, value) in texts {
        stage.press(&format!("{name}<Enter><C-u>{value}<Enter>"));
        stage.sees(&format!(": {value}"));
    }
    for (name, value) in texts.iter().rev() {
        stage.sees(value).press("<C-z>").sees("Đã hoàn tác");
        assert!(
            !stage.text().contains(&format!("  {value} ")),
            "{name} was not taken back\n{}",
            stage.text()
        );
    }
    stage.press("<Home>").sees("Ban Tổ chức Thành ủy Thủ Đức");
}

#[test]
fn what_the_book_is_set_to_is_seen_in_the_minutes() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F8>").sees("BTCTU").sees("-----");
    stage.press("<F11>ký hiệu<Enter><C-u>BTC-TP<Enter>");
    stage
        .press("năm gạch<Enter>")
        .sees("Năm gạch dưới trích yếu: Không");
    stage.press("địa danh<Enter><C-u>Gia Định<Enter>");
    stage
        .press("<F8>")
        .sees("-BB/BTC-TP")
        .sees("Gia Định, ngày 11 tháng 7 năm 2023");
    stage.misses("-----");
    stage.press("<C-z><C-z><C-z>").sees("BTCTU").sees("-----");
    stage.sees("Thủ Đức, ngày 11 tháng 7 năm 2023");
}

#[test]
fn switches_and_the_tone_are_kept_in_the_book() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), Setup::default());
    stage.press("<F11>địa danh, ngày<Enter>đậm chức<Enter>in hai mặt<Enter>dấu thanh<Enter>2");
    stage.sees("Dấu thanh oa, oe, uy: kiểu mới: uỷ, hoà");
    let store = Store::open(&folder.path().join("so.giaoban"), morning()).unwrap();
    let issuer = store.issuer().unwrap();
    assert_eq!(issuer.tone, Some(Tone::New));
    assert_eq!(issuer.dates_minutes, Some(false));
    let house = House::of(&issuer);
    assert!(house.bold_position && house.two_sided && house.dashes);
    stage.press("in hai mặt<Enter>").sees("In hai mặt: Không");
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence_and_stays_in_the_form() {
    let mut stage = Stage::new();
    stage.press("<F11>ký hiệu<Enter><C-u>BTC TU<Enter>");
    stage.sees("«BTC TU»: ký hiệu chỉ gồm chữ, số, gạch nối, gạch chéo.");
    stage
        .press("<C-u><Enter>")
        .sees("Cần có: Ký hiệu.")
        .press("<Esc><Esc>");
    stage
        .press("địa danh<Enter><C-u><Enter>")
        .sees("Cần có: Địa danh.");
    stage.press("<Esc><Esc>ngày cuối<Enter><C-u>31/2/2025<Enter>");
    stage
        .sees("31/2/2025")
        .sees("Lịch")
        .press("<C-u>mai sau<Enter>");
    stage.sees("mai sau").press("<C-u>30/6/2024<Enter>");
    stage.sees("Ngày cuối còn hiệu lực: 30/6/2024");
    stage
        .press("không có cái này")
        .sees("Không có cài đặt nào khớp");
    stage.press("<Esc>").misses("Tìm: không có cái này");
    // A superior body need not be.
    stage.press("cơ quan cấp trên<Enter><C-u><Enter>");
    stage.sees("Cơ quan cấp trên: chưa ghi");
}

#[test]
fn a_body_that_has_ended_is_marked() {
    let mut stage = Stage::new();
    stage.set_moment("2025-07-02T08:00:00+07:00");
    stage.press("<F11>").sees("30/6/2025 · đã hết");
}

#[test]
fn recipients_are_a_list() {
    let mut stage = Stage::new();
    stage.press("<F11><Tab>").sees("▸ Nơi nhận 1");
    stage.press("<C-n>Đảng ủy {n} phường<Enter>");
    stage.sees("«Đảng ủy {n} phường» đã có trong danh sách.");
    stage
        .press("<C-u>Công an thành phố<Enter>")
        .sees("Nơi nhận: Công an thành phố");
    stage
        .press("công an")
        .sees("▸ Nơi nhận 7")
        .sees("Công an thành phố");
    stage
        .press("<C-t>")
        .sees("▸ Nơi nhận 6")
        .sees("Chuyển chỗ: Công an thành phố");
    stage.press("<C-r><C-r>").sees("▸ Nơi nhận 7");
    stage
        .press("<Enter> (để biết)<Enter>")
        .sees("Công an thành phố (để biết)");
    stage
        .press("<Del>")
        .sees("Bỏ nơi nhận")
        .misses("Nơi nhận 7");
    stage.press("<C-z>").sees("Công an thành phố (để biết)");
    stage
        .press("<Home><Del>")
        .sees("Dòng này không bỏ, không chuyển được.");
    stage
        .press("<C-n>")
        .sees("Chỉ thêm được ở nơi nhận, người ký, cụm từ viết tắt.");
}

#[test]
fn signatories_are_a_list_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), Setup::default());
    stage
        .press("<F11>thêm người<Enter>")
        .sees("KÝ VỚI TƯ CÁCH GÌ?");
    stage.press("1trưởng ban<Enter>Nguyễn Văn Mẫu<Enter>");
    stage.sees("Người ký: TRƯỞNG BAN Nguyễn Văn Mẫu");
    stage.press("thêm người<Enter>2phó trưởng ban<Enter>Trần Thị Mẫu<Enter>");
    stage
        .press("thêm người<Enter>3<Enter><Enter>")
        .sees("Cần có: Chức vụ.");
    stage
        .press("chánh văn phòng<Enter><Enter>")
        .sees("Cần có: Họ và tên.");
    stage.press("Lê Văn Mẫu<Enter>").sees("T/L, thừa lệnh");
    stage.press("T/L<C-t>").sees("Chuyển chỗ");
    let path = folder.path().join("so.giaoban");
    let held = || {
        Store::open(&path, morning())
            .unwrap()
            .book_settings()
            .unwrap()
    };
    let names = |held: giaoban::meeting::settings::BookSettings| -> Vec<(i64, Capacity, String)> {
        let rows = held.signatories.into_iter();
        rows.map(|row| (row.position, row.capacity, row.name))
            .collect()
    };
    assert_eq!(
        names(held()),
        [
            (1, Capacity::Head, "Nguyễn Văn Mẫu".to_owned()),
            (2, Capacity::ByOrder, "Lê Văn Mẫu".to_owned()),
            (3, Capacity::Deputy, "Trần Thị Mẫu".to_owned()),
        ]
    );
    // Another capacity is chosen first, then the rest is as it was.
    stage
        .press("T/L<Enter>2<Enter> Anh<Enter>")
        .sees("CHÁNH VĂN PHÒNG · Lê Văn Mẫu Anh");
    stage.press("người đứng đầu ký<Del>").sees("Bỏ người ký");
    let left = names(held());
    assert_eq!((left[0].0, left[1].0, left.len()), (1, 2, 2));
    stage.press("<C-z>").sees("Nguyễn Văn Mẫu");
}

#[test]
fn snippets_are_those_of_the_desk() {
    let mut stage = Stage::new();
    stage.press("<F11>thêm cụm<Enter>btc<Enter>Ban Tổ chức<Enter>");
    stage.sees("btc").sees("Ban Tổ chức");
    stage
        .press("<F4><C-n>btc<Tab>")
        .sees("Ban Tổ chức")
        .press("<C-u>");
    stage.press("<F11>btc<Del>").misses("▸ btc");
    stage.press("<C-z>").sees("btc");
}

/// A paper that was signed keeps the body that it names; everything else follows.
#[test]
fn a_signed_meeting_keeps_its_issuing_body() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut store = Store::open(&path, morning()).unwrap();
    sign(&mut store);
    let signed = store.last_meeting().unwrap().unwrap();
    drop(store);
    let mut stage = stage_in(folder.path(), Setup::default());
    stage.press("<F2><C-n>1<Enter><C-u>18/7/2023<Enter><Enter><Enter>1");
    stage.press("<F11>").sees("văn bản đã ký giữ như cũ");
    stage.press("ký hiệu<Enter><C-u>VPTU<Enter>");
    stage.sees("Ký hiệu: VPTU · văn bản đã ký giữ như cũ");
    // From here on the new row is edited in place: nothing signed has it.
    stage
        .press("địa danh<Enter><C-u>Gia Định<Enter>")
        .sees("Địa danh: Gia Định");
    let store = Store::open(&path, morning()).unwrap();
    let planned = store.last_meeting().unwrap().unwrap();
    assert_ne!(planned, signed);
    let of = |id| store.dossier(id).unwrap().unwrap().issuer;
    assert_eq!(of(signed).symbol, "BTCTU");
    assert_eq!(of(signed).place, "Thủ Đức");
    assert_eq!(
        (of(planned).symbol, of(planned).place),
        ("VPTU".to_owned(), "Gia Định".to_owned())
    );
    assert_eq!(store.issuer().unwrap(), of(planned));
    assert_eq!(store.template().unwrap().issuer, of(planned).id);
    stage
        .press("<F8>")
        .sees("VPTU")
        .press("<C-z><C-z>")
        .sees("BTCTU");
    assert_eq!(store.issuer().unwrap().id, of(signed).id);
}

/// The last meeting is signed; the next is planned from it, with the body as it is now.
#[test]
fn the_next_meeting_is_held_by_the_body_as_it_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut store = Store::open(&path, morning()).unwrap();
    sign(&mut store);
    drop(store);
    let mut stage = stage_in(folder.path(), Setup::default());
    stage.press("<F11>ký hiệu<Enter><C-u>VPTU<Enter>");
    stage.press("<F2><C-n>1<Enter><C-u>18/7/2023<Enter><Enter><Enter>1");
    let store = Store::open(&path, morning()).unwrap();
    let planned = store.last_meeting().unwrap().unwrap();
    assert_eq!(
        store.dossier(planned).unwrap().unwrap().issuer.symbol,
        "VPTU"
    );
}

#[test]
fn two_desks_see_what_the_other_sets_and_do_not_overwrite_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = stage_in(folder.path(), Setup::default());
    let mut other = stage_in(folder.path(), Setup::default());
    one.press("<F11>ký hiệu<Enter><C-u>MOT");
    other
        .press("<F11>ký hiệu<Enter><C-u>HAI<Enter>")
        .sees("Ký hiệu: HAI");
    // What both change at once is refused for the second, and stays in its form.
    one.press("<Enter>").misses("✓ Ký hiệu: MOT").sees("MOT");
    one.press("<Enter>").sees("Ký hiệu: MOT");
    other.look().sees("MOT");
}

#[test]
fn what_is_chosen_in_the_program_is_written_to_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage
        .press("<F11>giao diện<Enter>sang<Enter>")
        .sees("Giao diện: sang");
    stage.press("gõ tiếng<Enter>3").sees("VNI");
    stage
        .press("ngôn ngữ<Enter>2")
        .sees("Language: English")
        .sees("WORDING OF THE PAPERS");
    let written = config_of(folder.path());
    assert!(
        written.contains("# theme = \"toi\"\ntheme = \"sang\"\n"),
        "{written}"
    );
    let read = config::read(&written).unwrap();
    assert_eq!(read.lang, Some(Lang::En));
    assert_eq!(
        read.typing.and_then(config::Typing::method),
        Some(Method::Vni)
    );
    for comment in TEMPLATE.lines().filter(|line| line.starts_with('#')) {
        assert!(written.contains(comment), "lost: {comment}");
    }
    // The keys and commands of the program write it too.
    stage
        .press("<F12>")
        .press("<C-p>switch to viet<Enter>")
        .sees("Ngôn ngữ: Tiếng Việt");
    let read = config::read(&config_of(folder.path())).unwrap();
    assert_eq!(read.lang, Some(Lang::Vi));
    assert_eq!(read.typing, Some(config::Typing::None));
    assert!(!folder.path().join("config/phrases.toml").exists());
}

#[test]
fn the_comments_and_the_order_of_the_user_stay() {
    let own = "# của tôi\ntheme = 'sang' # ban ngày\n\nlang = \"vi\"   # tiếng mẹ đẻ\n# hết\n";
    let changed = config::with(own, &Preference::Theme("toi".to_owned())).unwrap();
    assert_eq!(
        changed,
        "# của tôi\ntheme = \"toi\" # ban ngày\n\nlang = \"vi\"   # tiếng mẹ đẻ\n# hết\n"
    );
    let added = config::with(own, &Preference::Typing(Some(Method::Telex))).unwrap();
    assert!(
        added.starts_with("# của tôi\ntheme = 'sang' # ban ngày\n"),
        "{added}"
    );
    assert!(
        added.contains("typing = \"telex\"") && added.contains("# hết"),
        "{added}"
    );
    let quoted = Preference::PapersFolder("/a \"b\"\\c".to_owned());
    let read = config::read(&config::with(TEMPLATE, &quoted).unwrap()).unwrap();
    assert_eq!(read.papers_folder.as_deref(), Some("/a \"b\"\\c"));
    assert_eq!(config::read(TEMPLATE).unwrap(), config::Config::default());
}

#[test]
fn a_configuration_that_is_broken_is_not_touched_and_the_book_remembers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("config")).unwrap();
    let own = "lang = \"vi\"\nmau = 3\n";
    std::fs::write(folder.path().join("config/config.toml"), own).unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage
        .press("<F11>ngôn ngữ<Enter>2")
        .sees("line 2, column")
        .sees("giaoban · Settings");
    assert_eq!(config_of(folder.path()), own);
    let mut again = stage_in(folder.path(), setup(folder.path()));
    again.press("<F11>").sees("giaoban · Settings");
    // Once it is mended, what is chosen is written, and the book need not remember.
    std::fs::write(folder.path().join("config/config.toml"), "lang = \"vi\"\n").unwrap();
    again.press("lang<Enter>1").sees("Ngôn ngữ: Tiếng Việt");
    again.press("<F11>ngôn ngữ<Enter>2");
    assert_eq!(config_of(folder.path()), "lang = \"en\"\n");
}

#[test]
fn a_configuration_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config/config.toml");
    std::fs::create_dir(folder.path().join("config")).unwrap();
    std::fs::write(&file, "lang = \"vi\"\n").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o444)).unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage
        .press("<F11>giao diện<Enter>sang<Enter>")
        .sees("không có quyền ghi");
    assert_eq!(config_of(folder.path()), "lang = \"vi\"\n");
    // Its folder is a file.
    let setup = Setup {
        config: Some(folder.path().join("so.giaoban/config.toml")),
        ..Setup::default()
    };
    let mut stage = stage_in(folder.path(), setup);
    stage
        .press("<F11>giao diện<Enter>16<Enter>")
        .sees("Chưa ghi được vào");
    let whole = std::fs::read_dir(folder.path().join("config"))
        .unwrap()
        .count();
    assert_eq!(whole, 1, "nothing is left beside the file");
}

#[test]
fn a_configuration_behind_a_link_stays_where_it_is_with_its_rights() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("that.toml");
    std::fs::write(&real, "# thật\n").unwrap();
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::create_dir(folder.path().join("config")).unwrap();
    symlink(&real, folder.path().join("config/config.toml")).unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage.press("<F12>");
    let written = std::fs::read_to_string(&real).unwrap();
    assert!(
        written.contains("# thật") && written.contains("typing = \"telex\""),
        "{written}"
    );
    let rights = std::fs::metadata(&real).unwrap().permissions().mode();
    assert_eq!(rights & 0o777, 0o644);
    assert!(folder.path().join("config/config.toml").is_symlink());
}

#[test]
fn the_folder_of_the_papers_is_made_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    let open = "<F11>thư mục văn<Enter>";
    stage
        .press(open)
        .press("van-ban<Enter>")
        .sees("ghi đường dẫn đầy đủ");
    let wanted = folder.path().join("giấy/tờ");
    stage.press(&format!("<C-u>{}<Enter>", wanted.display()));
    stage.sees("Thư mục văn bản: ");
    assert!(wanted.is_dir());
    assert!(config_of(folder.path()).contains("papers_folder = \""));
    let file = folder.path().join("so.giaoban/x");
    stage.press(&format!("{open}<C-u>{}<Enter>", file.display()));
    stage
        .sees("Không dùng được thư mục")
        .sees("SỬA CÀI ĐẶT")
        .press("<Esc>");
    stage
        .press(&format!("{open}<C-u><Enter>"))
        .sees("Thư mục văn bản: cạnh sổ");
    let read = config::read(&config_of(folder.path())).unwrap();
    assert_eq!(read.papers_folder.as_deref(), Some(""));
}

#[test]
fn the_screen_is_there_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage.press("<F11>địa danh<Enter><C-u>Thủ Đ");
    let mut again = stage_in(folder.path(), setup(folder.path()));
    again.sees("giaoban · Cài đặt").sees("Thủ Đ");
    again.press("<Esc><Esc>").sees("▸ Địa danh");
    again.press("<A-2><A-->").sees("▸ Địa danh");
}

#[test]
fn the_wording_is_written_out_once_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config/phrases.toml");
    let mut stage = stage_in(folder.path(), setup(folder.path()));
    stage
        .press("<F11><End>")
        .sees("chưa có; dùng câu của chương trình");
    stage.press("<C-o>").sees("Không có tệp câu chữ");
    stage.press("<Enter>").sees("đúng, đang dùng");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), Phrases::FILE);
    stage.press("<C-s>").sees("không ghi đè");
    std::fs::write(&file, [0xff, 0xfe]).unwrap();
    stage.press("<C-o>").sees("không phải UTF-8");
    stage.sees("không đọc được; chưa dùng");
    assert_eq!(std::fs::read(&file).unwrap(), [0xff, 0xfe]);
}

/// The program in a home of its own.
fn config_in(home: &Home, name: &str, content: &str) -> PathBuf {
    let folder = home.path(".config/giaoban");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), content).unwrap();
    folder.join(name)
}

#[test]
fn the_command_line_prints_and_checks_the_wording() {
    let home = Home::new();
    let printed = home.output(&["phrases"]);
    assert!(printed.status.success());
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), Phrases::FILE);
    let none = home.output(&["phrases", "--check"]);
    assert!(!none.status.success());
    assert!(
        String::from_utf8(none.stderr)
            .unwrap()
            .contains("Không có tệp")
    );
    let own = config_in(&home, "phrases.toml", Phrases::FILE);
    let right = home.output(&["phrases", "--check"]);
    assert!(right.status.success());
    assert!(
        String::from_utf8(right.stdout)
            .unwrap()
            .contains("phrases.toml: đúng.")
    );
    let named = home.output(&["phrases", "--check", own.to_str().unwrap()]);
    assert!(named.status.success());
    assert!(!home.output(&["phrases", "x"]).status.success());
}

#[test]
fn a_wording_that_is_wrong_is_told_by_line_and_column_everywhere() {
    let home = Home::new();
    let own = "[minutes]\ntitle = \"BIÊN BẢN\"\nvenue = \"Ở {nơi}.\"\n";
    config_in(&home, "phrases.toml", own);
    let checked = home.output(&["phrases", "--check"]);
    assert!(!checked.status.success());
    let told = String::from_utf8(checked.stderr).unwrap();
    assert!(
        told.contains("Dòng 3, cột ") && told.contains("«nơi»"),
        "{told}"
    );
    let mut desk = Pty::start(home.command(&["--book", "a.giaoban"]), 140, 24);
    desk.expect("", "phrases.toml sai. Dòng 3, cột ");
    desk.expect("<F11><End>", "sai ở dòng 3, cột ");
    config_in(
        &home,
        "phrases.toml",
        "[minutes]\ntitle = \"BIÊN BẢN HỌP\"\n",
    );
    desk.expect("<C-o>", "đúng, đang dùng");
    desk.expect("<F8>", "BIÊN BẢN HỌP");
    desk.press("<C-q>");
    desk.wait_end();
    let printed = home.output(&["--book", "a.giaoban", "minutes"]);
    assert!(
        String::from_utf8(printed.stdout)
            .unwrap()
            .contains("BIÊN BẢN HỌP")
    );
}

#[test]
fn the_configuration_is_read_at_start_and_a_flag_wins() {
    let home = Home::new();
    let own = "lang = \"en\"\ntyping = \"vni\"\npapers_folder = \"giấy tờ\"\n";
    let file = config_in(&home, "config.toml", own);
    let mut desk = Pty::start(home.command(&["--book", "a.giaoban"]), 120, 24);
    desk.expect("", "give the whole path");
    desk.expect("<F11><End>", "beside the book");
    desk.expect("<Home><Enter><C-u>A1<Esc>", "VNI");
    desk.press("<C-q>");
    desk.wait_end();
    let flagged = home.command(&["--book", "a.giaoban", "--lang", "vi"]);
    let mut desk = Pty::start(flagged, 120, 24);
    desk.expect("<F11>", "CƠ QUAN BAN HÀNH");
    desk.press("<C-q>");
    desk.wait_end();
    assert_eq!(std::fs::read_to_string(file).unwrap(), own);
    config_in(&home, "config.toml", "lang = \"en\"\ntyping = \"telexx\"\n");
    let mut desk = Pty::start(home.command(&["--book", "b.giaoban"]), 140, 24);
    desk.expect("", "config.toml, dòng 2, cột 10");
    desk.press("<C-q>");
}
