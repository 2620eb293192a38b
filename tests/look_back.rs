//! Looking back: the next meeting begins with what is open since the last, and marks it where it is read.
use crate::common::stage::{Stage, morning};
use giaoban::meeting::actions::Parts;
use giaoban::meeting::code::ItemKind;
use giaoban::meeting::look_back::{Outstanding, TITLE};
use giaoban::meeting::plan::Planning;
use giaoban::store::Store;
use giaoban::words::Lang;

/// A book whose first meeting gave three things to do, and whose second begins a quarter later.
fn second(size: (u16, u16), lang: Lang) -> Stage {
    let store = Store::in_memory(morning()).unwrap();
    let mut stage = Stage::with(store, size, Lang::Vi);
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ hướng dẫn khai lý lịch<Enter>");
    stage.press("> #4 @Linh Trung ^31/8 Gửi phương án sắp xếp chi bộ<Enter>");
    stage.press("> #1 @An Phú @Cát Lái ^30/11 Gửi danh sách quần chúng ưu tú<Enter>");
    stage.press("! #5 @Tam Phú Khó tiếp nhận tổ chức đảng<Enter>");
    stage
        .wait(2)
        .press("<C-p>bế mạc<Enter><Tab>1")
        .sees("Bế mạc hội nghị")
        .press("<Esc>");
    stage.set_moment("2023-10-12T07:45:00+07:00");
    // A report that came between the meetings.
    stage.press("<F6><Home>").sees("NV-002");
    if lang == Lang::En {
        stage.press("<C-p>tiếng anh<Enter>");
    }
    stage
}

/// The same, planned and begun, at the item that looks back.
fn begun(size: (u16, u16), lang: Lang) -> Stage {
    let mut stage = second(size, lang);
    stage.press("<F2><C-n>1<Enter><Enter><Enter><Enter>");
    stage.press("<F4><C-n>").wait(2).press("<C-n>");
    stage
}

#[test]
fn planning_says_what_is_open_and_puts_the_review_on_the_agenda() {
    let mut stage = second((80, 24), Lang::Vi);
    let owed = "Cả sổ chưa xong: 37 phần việc (35 quá hạn); 1 vướng mắc";
    stage.press("<F2>").sees(owed);
    stage.press("<C-n>").sees(owed).press("1").sees(owed);
    stage
        .press("<Enter><Enter><Enter><Enter>")
        .sees("Lập Hội nghị");
    stage
        .press("<F4><C-o>")
        .sees("2  Kiểm điểm việc thực hiện kết luận kỳ       10'")
        .sees("│         trước  ");
    // It can be left out like any item.
    stage
        .press("<Down><Del>")
        .press("chưa cần<Enter>")
        .sees("Bỏ qua mục: Kiểm điểm");
}

#[test]
fn an_old_agenda_gets_the_review_after_its_opening_in_the_same_time() {
    let store = Store::in_memory(morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    let last = store.dossier(id).unwrap().unwrap();
    let minutes = |planning: &Planning| planning.items.iter().map(|item| item.minutes).sum::<i64>();
    let plain = Planning::from_last(&last);
    assert!(
        plain.items.iter().all(|item| item.kind != ItemKind::Review),
        "a first meeting has nothing to look back on"
    );
    let owed = Outstanding {
        has_given: true,
        parts: Parts {
            in_time: 1,
            ..Parts::default()
        },
        ..Outstanding::default()
    };
    let next = plain.clone().looking_back(&owed);
    assert_eq!(next.items[1].title, TITLE);
    assert_eq!((minutes(&plain), minutes(&next)), (120, 120));
    assert_eq!(next.clone().looking_back(&owed), next, "once");
    let template = store.template().unwrap();
    assert_eq!(
        (template.items[1].title.as_str(), minutes(&template)),
        (TITLE, 120)
    );
    let first = template.clone().looking_back(&Outstanding::default());
    assert_eq!(first.items, plain.items);
    // Where everything is settled, who had the item keeps it.
    let settled = Outstanding {
        has_given: true,
        ..Outstanding::default()
    };
    assert_eq!(template.clone().looking_back(&settled), template);
    // A short discussion gives nothing away.
    let mut short = plain.clone();
    short
        .items
        .iter_mut()
        .for_each(|item| item.minutes = item.minutes.min(20));
    assert_eq!(
        minutes(&short.clone().looking_back(&owed)),
        minutes(&short) + 10
    );
}

#[test]
fn the_item_reads_what_is_open_by_focus_area() {
    let mut stage = begun((80, 24), Lang::Vi);
    stage.sees("Bắt đầu mục: Kiểm điểm").sees("· Ctrl-B đọc");
    stage
        .press("<C-b>")
        .sees("KIỂM ĐIỂM VIỆC THỰC HIỆN KẾT LUẬN KỲ TRƯỚC · từ 11/7/2023");
    stage
        .sees("ND1")
        .sees("2 nhiệm vụ, xong 0/36, 34 quá hạn")
        .sees("NV-001 ! 0/34");
    stage
        .sees("QUÁ HẠN 12 ngày")
        .sees("Còn phải làm 34: An Khánh, An Lợi Đông");
    stage.press("<Down><Down>").sees("▸ NV-002");
    stage.press("<C-c>").press("<C-b>").sees("ĐỌC LẠI");
    let copied = stage.copied();
    assert!(copied.contains("- NV-002 Gửi phương án sắp xếp chi bộ (xong 0/1 · hạn 31/8/2023, QUÁ HẠN 42 ngày)\n  Còn phải làm 1: Linh Trung"), "{copied}");
    // At any other time the palette shows it.
    stage
        .press("<Esc>")
        .sees("▸ NV-002")
        .press("<Esc>")
        .wait(2)
        .press("<C-n><C-p>kiểm điểm<Enter>")
        .sees("KIỂM ĐIỂM VIỆC THỰC HIỆN");
}

#[test]
fn marking_there_updates_the_register_once() {
    let mut stage = begun((80, 24), Lang::Vi);
    stage
        .press("<C-b><Enter>")
        .sees("NV-001 · xong 0/34")
        .sees("▸ An Khánh");
    stage
        .press("4")
        .sees("An Khánh chưa báo cáo nên chưa xác nhận hoàn thành được");
    stage
        .press("thảo đ3")
        .sees("NV-001 · Thảo Điền: đã báo cáo");
    stage
        .press("thảo đ3")
        .sees("NV-001 · Thảo Điền: đã ghi như vậy rồi.");
    stage
        .press("4")
        .sees("NV-001 · Thảo Điền: hoàn thành")
        .sees("xong 1/34")
        .sees("▸ Thảo Điền");
    stage.press("zz4").sees("Không có đơn vị nào khớp «zz»");
    stage
        .press("<Esc>thủ th7")
        .sees("Thủ Thiêm: hủy")
        .press("<C-z>")
        .sees("Đã hoàn tác: NV-001 · Thủ Thiêm: hủy");
    stage
        .press("<Esc>")
        .sees("NV-001 ! 1/34")
        .sees("33: An Khánh");
    // An action of one unit needs no list of units; what is settled stays to be seen.
    stage
        .press("<Down><Down>3")
        .sees("NV-002 · Linh Trung: đã báo cáo")
        .sees("Chờ xác nhận 1: Linh Trung");
    stage.press("4").sees("NV-002 ✓ 1/1");
    stage
        .press("<Up>3")
        .sees("Chọn phần việc của một đơn vị trước");
    stage.press("<Esc><F6>").sees("1/34").sees("1/1");
    let mut marks = 0;
    while !stage.press("<C-z>").text().contains("Bắt đầu mục") {
        marks += 1;
    }
    assert_eq!(
        marks, 4,
        "four marks were four entries, what was refused none"
    );
}

#[test]
fn a_part_goes_to_another_unit_by_hand() {
    let mut stage = begun((80, 24), Lang::Vi);
    stage
        .press("<C-b>6")
        .sees("Chọn phần việc của một đơn vị trước");
    stage
        .press("<Down><Down>6")
        .sees("CHUYỂN CHO ĐƠN VỊ")
        .misses("kế thừa")
        .misses("Linh Trung  ");
    stage
        .press("linh x<Enter>")
        .sees("NV-002 · Chuyển phần việc của Linh Trung cho Linh Xuân");
    stage.sees("0/1").sees("1: Linh Xuân");
    stage.press("<C-z>").sees("1: Linh Trung").press("<Esc>");
    // Once a unit has ended, the one that followed it is offered first.
    stage.set_moment("2025-07-05T08:00:00+07:00");
    stage
        .press("<C-b><Down><Down>6")
        .sees("▸ Linh Xuân")
        .sees("kế thừa");
    stage
        .press("<Enter>")
        .sees("Chuyển phần việc của Linh Trung cho Linh Xuân");
}

#[test]
fn the_sum_goes_into_the_line_and_into_the_minutes_when_it_is_written() {
    let mut stage = begun((80, 24), Lang::Vi);
    stage
        .press("<C-b><Down><Down>34<C-s>")
        .sees("hoàn thành 1/37 phần việc; 34 quá ");
    stage
        .press("<Enter>")
        .sees("Kiểm điểm 3 nhiệm vụ của các kỳ")
        .press("<F8><Tab><PgDn><PgDn>");
    stage
        .sees("Kiểm điểm 3 nhiệm vụ")
        .sees("1/37 phần việc; 34 quá hạn");
}

#[test]
fn what_this_meeting_gives_is_not_reviewed_at_it() {
    let mut stage = begun((80, 24), Lang::Vi);
    stage
        .press("> #6 @Cát Lái ^30/12 Việc mới<Enter>")
        .sees("NV-004");
    stage.press("<C-b>").misses("NV-004").sees("NV-003");
    let mut first = Stage::new();
    first
        .press("<F4><C-n><C-p>kiểm điểm<Enter>")
        .sees("Không còn gì của các kỳ trước");
    first
        .press("<C-s>")
        .sees("Không còn gì")
        .press("<Esc>")
        .misses("KIỂM ĐIỂM VIỆC");
}

#[test]
fn where_the_user_was_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so");
    let open = || Store::open(&path, morning()).unwrap();
    let mut stage = Stage::with(open(), (80, 24), Lang::Vi);
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo<Enter>");
    stage.set_moment("2023-10-12T07:45:00+07:00");
    stage.press("<F2><C-n>1<Enter><Enter><Enter><Enter><F2><Home><Enter><F4><C-p>kiểm điểm<Enter><Enter>thảo đ");
    drop(stage);
    let mut again = Stage::with(open(), (80, 24), Lang::Vi);
    again.sees("▸ Thảo Điền").sees("Tìm: thảo đ");
}

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const LANGUAGES: [(Lang, &str); 2] = [(Lang::Vi, "vi"), (Lang::En, "en")];
const PLAN: &str = "look_back_plan";

/// Returns the names of the list and of its units, in a language and at a size.
fn names(lang: &str, (columns, rows): (u16, u16)) -> [String; 2] {
    ["look_back", "look_back_units"].map(|name| format!("{name}_{lang}_{columns}x{rows}"))
}

/// Returns the names of the pictures that the test below takes.
pub(crate) fn pictures() -> Vec<String> {
    let mut all = vec![PLAN.to_owned()];
    for size in SIZES {
        all.extend(LANGUAGES.iter().flat_map(|(_, lang)| names(lang, size)));
    }
    all
}

#[test]
fn looks() {
    for size in SIZES {
        for (lang, name) in LANGUAGES {
            let [list, units] = names(name, size);
            let mut stage = begun(size, lang);
            stage.press("<C-b>");
            insta::assert_snapshot!(list, stage.text());
            stage.press("<Enter>thảo đ3");
            insta::assert_snapshot!(units, stage.text());
        }
    }
    let mut stage = second((80, 24), Lang::Vi);
    stage.press("<F2><C-n>1");
    insta::assert_snapshot!(PLAN, stage.text());
}
