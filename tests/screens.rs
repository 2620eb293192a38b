//! Pictures of every screen and dialog at both sizes: full with sample data, empty, and in English.

use std::collections::HashSet;

use crate::common::stage::{Stage, morning};
use giaoban::app::command::ScreenId;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::plan;
use giaoban::meeting::roster::Summons;
use giaoban::meeting::roster::edit::{self, Editing, Holder, UnitEntry};
use giaoban::meeting::rows::Roster;
use giaoban::store::Store;
use giaoban::words::Lang;
use insta::assert_snapshot;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The keys that lead to each screen, and its name.
const SCREENS: [(&str, &str); 16] = [
    ("meetings", "<F2>"),
    ("roll_call", "<F3>"),
    ("desk", "<F4>"),
    ("issues", "<F5>"),
    ("actions", "<F6>"),
    ("review", "<F6><C-e>"),
    ("focus", "<F7>"),
    ("minutes", "<F8>"),
    ("preview", "<F8><Tab><PgDn><Down>"),
    ("preview_end", "<F8><Tab><End>"),
    ("search", "<F9>to chuc"),
    ("roster", "<F10>"),
    ("settings", "<F11>"),
    ("turnout", "<F3><C-t>"),
    ("year", "<F7><C-t>"),
    ("year_units", "<F7><C-t><Tab>"),
];

/// The keys that lead to each dialog, and its name.
const DIALOGS: [(&str, &str); 49] = [
    ("help", "<F1>"),
    ("palette", "<C-p>"),
    ("palette_narrowed", "<C-p>hoan tac"),
    ("form", "<F3>3"),
    ("floor", "<F4><C-g>lan"),
    ("completion", "<F4>@mẫu h"),
    ("understood", "<F4>> #1 @tất cả ^30/9 Báo cáo"),
    ("not_understood", "<F4>> #1 @tất cả ^31/2 Báo cáo"),
    ("parts", "<F6><Enter>"),
    ("selected", "<F4><Tab><Up>"),
    ("agenda", "<F4><C-o>"),
    ("queue", "<F4><C-t>lan<Enter><C-t>hồng n<Enter><C-g>"),
    ("guest", "<F4><C-g>Nguyễn Văn Khách"),
    ("ward", "<F4>@hải đường<C-d>"),
    ("read_back", "<F4><C-b>"),
    ("open_issues", "<F4><C-p>bế mạc<Enter>"),
    ("answer", "<F4><C-r>"),
    ("filter", "<F4><C-l>"),
    ("filtered", "<F4><C-l>vướng<Enter>"),
    ("item", "<F4><C-o><Up><C-d>"),
    ("place", "<F4><C-x>"),
    ("turns", "<F4><C-p>các lượt<Enter>"),
    ("snippets", "<F4><C-p>cụm từ<Enter>"),
    ("leave_queue", "<F4><C-t>lan<Enter><C-n>"),
    ("card", "<F3>thược dược<Enter>"),
    ("entry", "<F3>thược dược<Enter><Down><Down><Enter>"),
    ("late", "<F3>thiên lý6"),
    ("reading", "<F3><C-b>"),
    ("others", "<F3><Tab>"),
    ("candidates", "<F3>mẫu h"),
    ("unit", "<F10><Enter>"),
    ("copy_roster", "<F10><C-k>"),
    ("search_blank", "<F9>"),
    ("search_offer", "<F9>@mẫu sen loại:v"),
    ("search_filtered", "<F9>@Mẫu Sen Hồng loại:kết quả ho so"),
    ("search_mistake", "<F9>lý lịch #9 @Mẫu Xen Hồng"),
    ("papers", "<F8><C-o>"),
    ("slip", "<F8><C-o>5hoa h"),
    ("imprint", "<F8><Right><C-e>"),
    ("issue", "<F5><C-g>nhân sự<Enter><Enter>"),
    ("issue_answer", "<F5>:"),
    ("issue_merge", "<F5><C-g>"),
    ("issue_filter", "<F5><C-l>@mẫu se"),
    ("areas", "<F7><C-d>"),
    ("area_deed", "<F7><C-d><Down><Enter>"),
    ("area_form", "<F7><C-d><Down><Enter>1"),
    ("settings_program", "<F11>giao diện"),
    ("setting_form", "<F11>ký hiệu<Enter>"),
    ("setting_capacity", "<F11>thêm người<Enter>"),
];

/// Those that are shown with room too.
const WIDE: [(&str, &str); 7] = [
    ("agenda", "<F4><C-o>"),
    ("queue", "<F4><C-t>lan<Enter><C-t>hồng n<Enter><C-g>"),
    ("ward", "<F4>@hải đường<C-d>"),
    ("read_back", "<F4><C-b>"),
    ("answer", "<F4><C-r>"),
    ("issue", "<F5><C-g>nhân sự<Enter><Enter>"),
    ("settings", "<F11><End>"),
];

/// The keys to what a roster of 120 units crowds.
const CROWDED: [(&str, &str); 2] = [("roll_call", "<F3>.991"), ("roster", "<F10><End>")];

/// Returns the names of the pictures that the tests below take.
pub(crate) fn pictures() -> Vec<String> {
    let mut names = Vec::new();
    for (columns, rows) in SIZES {
        let sized = |name: &str| format!("{name}_{columns}x{rows}");
        names.extend(SCREENS.map(|(name, _)| sized(name)));
        names.extend(CROWDED.map(|(name, _)| sized(&format!("crowded_{name}"))));
        names.extend(["busy", "busy_read_back"].map(sized));
    }
    for (name, _) in SCREENS {
        names.extend([format!("{name}_empty"), format!("{name}_english")]);
    }
    names.extend(DIALOGS.map(|(name, _)| format!("dialog_{name}")));
    names.extend(WIDE.map(|(name, _)| format!("wide_{name}")));
    names
}

/// The small pictures keep their styles too.
#[test]
fn full() {
    let mut seen = HashSet::new();
    for (name, keys) in SCREENS {
        let mut stage = Stage::demo((80, 24), Lang::Vi);
        stage.press(keys);
        seen.insert(stage.app.app.view().screen);
        assert_snapshot!(format!("{name}_80x24"), stage.styled());
        let mut stage = Stage::demo((120, 36), Lang::Vi);
        stage.press(keys);
        assert_snapshot!(format!("{name}_120x36"), stage.text());
    }
    assert_eq!(seen, ScreenId::ALL.iter().copied().collect());
}

#[test]
fn empty() {
    for (name, keys) in SCREENS {
        let store = Store::in_memory(morning()).unwrap_or_else(|failure| panic!("{failure}"));
        let mut stage = Stage::with(store, (80, 24), Lang::Vi);
        stage.press(keys);
        assert_snapshot!(format!("{name}_empty"), stage.text());
    }
}

#[test]
fn english() {
    for (name, keys) in SCREENS {
        let mut stage = Stage::demo((80, 24), Lang::En);
        stage.press(keys);
        assert_snapshot!(format!("{name}_english"), stage.text());
    }
}

#[test]
fn dialogs() {
    for (name, keys) in DIALOGS {
        let mut stage = Stage::demo((80, 24), Lang::Vi);
        stage.press(keys);
        assert_snapshot!(format!("dialog_{name}"), stage.text());
    }
}

/// The desk at its busiest: over time, with a fixed end, a queue and long names.
#[test]
fn busy() {
    for (columns, rows) in SIZES {
        let mut stage = Stage::with(crowd(), (columns, rows), Lang::Vi);
        stage.press("<F3><C-a><F4><C-n>").wait(2);
        stage.press("<C-n>").wait(2);
        stage.press("<C-p>giờ phải xong<Enter>9:00<Enter><C-n>");
        stage.press("<C-t>.7<BS><BS>7<Enter><C-t>14<Enter><C-t>21<Enter><C-t>Khách có tên rất dài ở xa<Enter>");
        stage.press("@28<Enter>! #5 Khó tiếp nhận tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước<Enter>");
        stage.press(
            "> #5 @28 @35 @42 ^cuối tháng Phối hợp tiếp nhận, lập danh sách đảng viên<Enter>",
        );
        stage.press("= #5 Các đơn vị phối hợp tiếp nhận<Enter>> #5 @tất cả -@7 ^+7 Báo cáo<Enter>");
        stage.wait(55);
        stage.press("> #5 @tất cả -@7 -@14 ^quý III VM");
        assert_snapshot!(format!("busy_{columns}x{rows}"), stage.text());
        stage.press("<C-u><C-b>");
        assert_snapshot!(format!("busy_read_back_{columns}x{rows}"), stage.text());
    }
}

/// What stands before the desk, with room, and in English.
#[test]
fn wide_dialogs() {
    for (name, keys) in WIDE {
        let mut stage = Stage::demo((120, 36), Lang::En);
        stage.press(keys);
        assert_snapshot!(format!("wide_{name}"), stage.text());
    }
}

/// A roster of 120 units, some with long names, in the roll call and in the roster.
#[test]
fn crowded() {
    for (columns, rows) in SIZES {
        for (name, keys) in CROWDED {
            let mut stage = Stage::with(crowd(), (columns, rows), Lang::Vi);
            stage.press(keys);
            assert_snapshot!(format!("crowded_{name}_{columns}x{rows}"), stage.text());
        }
    }
}

/// A book whose meeting is planned with 120 units.
fn crowd() -> Store {
    let mut store = Store::in_memory(morning()).unwrap_or_else(|failure| panic!("{failure}"));
    let rosters = store
        .all_rosters()
        .unwrap_or_else(|failure| panic!("{failure}"));
    let (id, mut changes) = edit::copy(None, "120 đơn vị", (None, None), store.ids());
    for n in 1..=120 {
        let long = if n % 7 == 0 {
            " và các tổ chức đảng trực thuộc"
        } else {
            ""
        };
        let entry = UnitEntry {
            name: format!("Chi bộ số {n}{long}"),
            position: Some(n),
            secretary: Holder {
                name: Some(format!("Nguyễn Thị Thanh Tuyền {n}")),
                from: None,
                to: None,
            },
            ..UnitEntry::default()
        };
        let empty = Summons {
            roster: Roster {
                id,
                ..rosters.summons[0].roster.clone()
            },
            units: Vec::new(),
        };
        let editing = Editing {
            rosters: &rosters,
            today: morning().date_naive(),
            ids: store.ids(),
        };
        changes.extend(editing.add(&empty, None, &entry));
    }
    let commit = |store: &mut Store, changes: Vec<Change>| {
        let transaction = Transaction::new("nhiều đơn vị", changes);
        let written = store.commit(&transaction, morning());
        written.unwrap_or_else(|failure| panic!("{failure}"));
    };
    commit(&mut store, changes);
    let rosters = store
        .all_rosters()
        .unwrap_or_else(|failure| panic!("{failure}"));
    let summons = rosters
        .summons
        .iter()
        .find(|summons| summons.roster.id == id);
    let summons = summons.unwrap_or_else(|| panic!("no roster"));
    let dossier = store
        .last_meeting()
        .ok()
        .flatten()
        .and_then(|id| store.dossier(id).ok().flatten())
        .unwrap_or_else(|| panic!("no meeting"));
    let mut changes = plan::change_roster(&dossier, summons, store.ids());
    let all = rosters.summons.iter().map(|summons| &summons.roster);
    changes.extend(plan::choose_roster(all, id));
    commit(&mut store, changes);
    store
}
