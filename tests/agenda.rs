//! The agenda: items begin, end, are put off, left out, moved and come up unplanned; what the clocks tell of it.
use crate::common::stage::{Stage, morning, new_dossier};
use chrono::{DateTime, TimeDelta};
use giaoban::meeting::agenda::{self, ItemState, RunRefusal, Span, Strain};
use giaoban::meeting::change::{Change, Ids};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::plan::{Planning, plan};
use giaoban::meeting::roll_call;
use giaoban::meeting::rows::Record;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::words::Lang;
use proptest::prelude::*;

fn at(time: &str) -> Instant {
    DateTime::parse_from_rfc3339(&format!("2023-07-11T{time}+07:00")).unwrap()
}

/// A meeting in memory, and what makes changes to it.
struct Meeting {
    ids: Ids,
    dossier: Dossier,
}

impl Meeting {
    fn new() -> Self {
        Self {
            ids: Ids::of_writer(77),
            dossier: new_dossier(),
        }
    }

    fn make(&mut self, changes: &[Change]) {
        self.dossier = self.dossier.after(changes);
    }

    fn item(&self, position: i64) -> giaoban::meeting::rows::AgendaItem {
        let mut items = self.dossier.items.iter();
        items
            .find(|item| item.position == position)
            .unwrap()
            .clone()
    }

    fn start(&mut self, position: i64, time: &str) {
        let item = self.item(position).id;
        let changes = agenda::start(&self.dossier, item, at(time), &self.ids);
        self.make(&changes);
    }

    fn states(&self) -> String {
        let items = agenda::items(&self.dossier);
        let letter = |state| match state {
            ItemState::Waiting => '.',
            ItemState::Running => '>',
            ItemState::Postponed => '<',
            ItemState::Done => 'x',
            ItemState::Skipped => '-',
            ItemState::Carried => '+',
        };
        items
            .iter()
            .map(|item| letter(agenda::state(&self.dossier, item)))
            .collect()
    }
}

#[test]
fn starting_an_item_ends_the_one_before_at_the_same_instant() {
    let mut meeting = Meeting::new();
    meeting.start(1, "08:00:00");
    meeting.start(2, "08:08:30");
    assert_eq!(meeting.states(), "x>....");
    let runs: Vec<_> = meeting.dossier.runs.iter().collect();
    assert_eq!(runs[0].ended, Some(runs[1].began));
    let again = agenda::start(
        &meeting.dossier,
        meeting.item(2).id,
        at("08:09:00"),
        &meeting.ids,
    );
    assert!(again.is_empty(), "what runs goes on");
}

#[test]
fn what_is_put_off_comes_up_again_before_the_conclusion() {
    let mut meeting = Meeting::new();
    meeting.start(1, "08:00:00");
    meeting.start(2, "08:10:00");
    let report = meeting.item(2);
    meeting.make(&agenda::postpone(&meeting.dossier, &report, at("08:12:00")));
    assert_eq!(
        meeting.states(),
        "x...<.",
        "it waits at place 5, before the conclusion"
    );
    let moved = meeting.dossier.items.get(report.id).unwrap();
    assert_eq!(
        agenda::planned_place(moved),
        Some(2),
        "where it was planned is kept"
    );
    assert_eq!(agenda::next(&meeting.dossier).unwrap().position, 2);
    meeting.start(5, "09:00:00");
    assert_eq!(
        agenda::elapsed(&meeting.dossier, report.id, at("09:03:00")),
        TimeDelta::minutes(5),
        "both its runs count"
    );
    assert_eq!(agenda::real_place(&meeting.dossier, report.id), Some(2));
}

#[test]
fn a_break_and_a_matter_off_the_agenda_interrupt_and_what_ran_goes_on() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(2);
    stage.press("<C-n>").wait(5);
    stage
        .press("<C-p>giải lao<Enter>")
        .sees("Giải lao; Ctrl-N họp tiếp")
        .sees("▶ 3 Giải lao")
        .sees("« 2 Báo cáo");
    stage.wait(10);
    stage.press("<C-n>").sees("Bắt đầu mục: Báo cáo kết quả");
    stage.sees("✓ 3 Giải lao").wait(3);
    stage
        .press("<C-p>ngoài chương trình<Enter>")
        .sees("VIỆC NGOÀI CHƯƠNG TRÌNH")
        .press("Trao kỷ niệm chương<Enter><Enter><Enter><Enter>")
        .sees("Bắt đầu mục: Trao kỷ niệm chương")
        .sees("« 2 Báo cáo");
    stage
        .press("<C-o><Down>")
        .sees("ngoài chương trình")
        .press("<Esc>");
    stage.wait(3);
    stage.press("<C-n>").sees("Bắt đầu mục: Báo cáo kết quả");
    stage.press("<C-z>").sees("« 2 Báo cáo");
}

#[test]
fn a_second_next_within_a_minute_asks() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("07:40:20");
    stage
        .press("<C-n>")
        .sees("MỤC VỪA MỚI BẮT ĐẦU")
        .sees("00:20")
        .press("1")
        .sees("▶ 1 Khai mạc");
    stage
        .press("<C-n>2")
        .sees("Bắt đầu mục: Báo cáo kết quả")
        .sees("✓ 1 Khai mạc");
    stage.wait(1);
    stage.press("<C-n>").sees("Bắt đầu mục: Ý kiến trao đổi");
}

#[test]
fn leaving_an_item_with_units_in_the_queue_asks_what_becomes_of_them() {
    let mut stage = Stage::new();
    stage.press("<F3>tam p1cát1<Esc><F4><C-n><C-t>tam p<Enter><C-t>cát<Enter>");
    stage.wait(2);
    stage
        .press("<C-n>")
        .sees("CÒN ĐƠN VỊ CHỜ PHÁT BIỂU")
        .sees("Tam Phú, Cát Lái")
        .press("1")
        .sees("▶ 1 Khai mạc");
    stage
        .press("<C-n>2")
        .sees("▶ 2 Báo cáo")
        .sees("Chờ: Tam Phú, Cát");
    stage.wait(2);
    stage
        .press("<C-n>3")
        .sees("▶ 3 Ý kiến")
        .misses("Chờ: Tam Phú");
    stage.press("<C-z>").sees("Chờ: Tam Phú, Cát");
}

#[test]
fn items_are_inserted_moved_left_out_and_opened_again_in_the_agenda() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(2);
    stage
        .press("<C-o>")
        .sees("CHƯƠNG TRÌNH")
        .sees("▸    2  Báo cáo")
        .press("<C-n>Xem phim tư liệu<Enter>báo cáo<Enter>7<Enter>đồng chí Phó Trưởng Ban<Enter>")
        .sees("Thêm mục: Xem phim tư liệu")
        .sees("3  Xem phim tư liệu");
    stage
        .press("<F7>")
        .sees("Đổi thứ tự: Xem phim tư liệu")
        .sees("2  Xem phim tư liệu");
    stage
        .press("<Del>không còn thời gian<Enter>")
        .sees("Bỏ qua mục: Xem phim tư liệu")
        .sees("– 2 Xem phim");
    stage.sees("bỏ qua: không còn thời gian");
    stage
        .press("<Enter>")
        .sees("Bắt đầu mục: Xem phim tư liệu")
        .sees("✓ 1 Khai mạc");
    stage.wait(2);
    // An item that is over is opened again; both its times count.
    stage
        .press("<C-o><Home><Up><Up><Up><Enter>")
        .sees("Bắt đầu mục: Khai mạc");
    stage
        .press("<C-p>kết thúc mục<Enter>")
        .sees("Kết thúc mục: Khai mạc");
    stage
        .press("<C-p>kết thúc mục<Enter>")
        .sees("Chưa có mục nào đang chạy");
    stage
        .press("<C-p>hoãn trong<Enter>")
        .sees("Chưa có mục nào đang chạy");
}

#[test]
fn the_times_of_an_item_are_corrected_and_wrong_ones_refused() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(20);
    stage.press("<C-n>").wait(20);
    stage
        .press("<C-o><Up><Up><C-d>")
        .sees("07:40:00 - 08:00:00");
    let correct = |stage: &mut Stage, typed: &str| {
        stage.press(&format!("<S-Tab><Tab><Tab><Tab><Tab><C-u>{typed}<Enter>"));
    };
    correct(&mut stage, "7:50 - 7:45");
    stage.sees("kết thúc trước khi bắt đầu");
    // What runs into the time of another item can cut that one.
    correct(&mut stage, "7:50 - 8:05");
    stage
        .sees("THỜI GIAN TRÙNG VỚI MỤC KHÁC")
        .sees("Sửa luôn: 2. Báo cáo kết quả 06 tháng đầu năm 2023 08:05:00 -")
        .press("2");
    correct(&mut stage, "7:50 - 7:55; 8:05 - 8:10");
    stage.sees("lúc ấy mục «Báo cáo");
    correct(&mut stage, "7:50 - 9:30");
    stage.sees("09:30:00 chưa đến");
    correct(&mut stage, "7:50");
    stage.sees("viết như 8:10 - 8:31");
    correct(&mut stage, "7:50 -");
    stage.sees("thiếu giờ kết thúc");
    correct(&mut stage, "25:00 - 26:00");
    stage.sees("«25:00»");
    correct(&mut stage, "7:35 - 7:45; 7:50 - 7:58:30");
    stage.sees("Sửa mục: Khai mạc").sees("18'");
    stage.press("<Esc><C-z>").sees("20'");
}

#[test]
fn kinds_and_minutes_of_an_item_that_are_none_are_refused() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-o><C-n>Việc khác<Enter>xyz<Enter><Enter><Enter>")
        .sees("Loại mục là một trong");
    stage
        .press("<C-u>thảo<Enter>mười<Enter><Enter>")
        .sees("«mười» không phải số");
    stage
        .press("<C-u>10<Enter><Enter>")
        .sees("Thêm mục: Việc khác");
}

#[test]
fn the_clock_of_an_item_warns_at_seventy_per_cent_and_is_over_at_all_of_it() {
    let minutes = TimeDelta::minutes;
    assert_eq!(agenda::strain(minutes(34), minutes(50)), Strain::Calm);
    assert_eq!(agenda::strain(minutes(35), minutes(50)), Strain::Near);
    assert_eq!(agenda::strain(minutes(50), minutes(50)), Strain::Over);
    assert_eq!(agenda::strain(minutes(0), minutes(0)), Strain::Over);
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(6);
    stage.sees("06:00 / 10:00  ");
    stage.wait(1);
    stage.sees("07:00 / 10:00 ~");
    stage.wait(3);
    stage.sees("10:00 / 10:00 !");
}

#[test]
fn the_end_is_computed_from_what_really_remains() {
    let mut meeting = Meeting::new();
    let starts = meeting.dossier.meeting.starts;
    meeting.start(1, "08:00:00");
    meeting.start(2, "08:20:00");
    let pace = agenda::pace(&meeting.dossier, at("08:20:00"));
    let whole: i64 = meeting.dossier.items.iter().map(|item| item.minutes).sum();
    assert_eq!(pace.behind, TimeDelta::minutes(10));
    assert_eq!(pace.ends, starts + TimeDelta::minutes(whole + 10));
    // A unit more on the agenda delays the end, and leaving one out brings it back.
    let last = meeting.item(5);
    meeting.make(&agenda::skip(
        &meeting.dossier,
        &last,
        "hết giờ",
        at("08:20:00"),
    ));
    let pace = agenda::pace(&meeting.dossier, at("08:20:00"));
    assert_eq!(pace.behind, TimeDelta::minutes(10 - last.minutes));
}

#[test]
fn what_is_put_on_the_agenda_before_the_meeting_is_the_plan() {
    let mut meeting = Meeting::new();
    let matter = agenda::Matter {
        title: "Trao thưởng".to_owned(),
        kind: giaoban::meeting::code::ItemKind::Other,
        minutes: 30,
        presenter: None,
        prepare: None,
    };
    let (id, changes) = agenda::insert(&meeting.dossier, matter, Some(2), &meeting.ids);
    meeting.make(&changes);
    let new = meeting.dossier.items.get(id).unwrap();
    assert_eq!(agenda::planned_place(new), Some(3));
    meeting.start(1, "08:00:00");
    let pace = agenda::pace(&meeting.dossier, at("08:00:00"));
    assert_eq!(
        pace.behind,
        TimeDelta::minutes(-30) + (at("08:30:00") - meeting.dossier.meeting.starts)
    );
}

#[test]
fn the_clock_of_the_machine_has_parts_of_a_second_and_the_book_has_none() {
    let mut stage = Stage::new();
    stage.set_time("08:00:00.400");
    stage.press("<F4><C-n>");
    stage.set_time("08:00:05.700");
    stage.press("<C-n>2").sees("Bắt đầu mục: Báo cáo");
    // Only the title is changed; the times as they are shown must be those that are kept.
    stage.press("<C-o><Up><C-d><C-u>Báo cáo nhanh<Enter><Enter><Enter><Enter><Enter>");
    stage.sees("Sửa mục: Báo cáo nhanh");
}

#[test]
fn an_item_that_is_done_is_not_left_out_and_the_last_one_asks_nothing_about_a_next() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(2);
    stage
        .press("<C-n><C-o><Up><Up><Del>")
        .sees("Mục này đã xong")
        .press("<Esc>");
    stage
        .press("<C-o><Down><Down><Down><Enter>")
        .sees("Bắt đầu mục: Kết luận");
    // Earlier items were not held: behind the last one the meeting is closed, which asks about them.
    stage
        .press("<C-n>")
        .sees("BẾ MẠC HỘI NGHỊ?")
        .sees("3 mục chưa họp tới");
}

#[test]
fn a_fixed_end_is_set_shown_and_shared_among_the_units() {
    let mut stage = Stage::new();
    stage.press("<F3><C-a><F4><C-n><C-n>2<C-n>2");
    stage
        .press("<C-p>giờ phải xong<Enter>7:00<Enter>")
        .sees("07:00 không sau lúc bắt đầu (07:40)");
    stage
        .press("<C-u>9:25<Enter>")
        .sees("Phải xong lúc 09:25")
        .sees("đến 09:25 còn 1:45:00");
    // 105 minutes until the end, 45 of them for what follows: 60 for 34 units.
    stage
        .sees("34 đơn vị chưa")
        .sees("mỗi đơn vị ")
        .sees("1'45\"");
    stage
        .press("<C-p>giờ phải xong<Enter><C-u><Enter>")
        .sees("Bỏ giờ phải xong")
        .sees("1'28\"");
}

#[test]
fn a_meeting_that_goes_on_the_next_day_is_not_a_day_late() {
    let mut meeting = Meeting::new();
    meeting.start(1, "08:00:00");
    meeting.make(&agenda::close(&meeting.dossier, at("08:10:00")));
    meeting.make(&agenda::reopen(&meeting.dossier));
    let next_day = at("08:10:00") + TimeDelta::days(1);
    let item = meeting.item(2).id;
    let changes = agenda::start(&meeting.dossier, item, next_day, &meeting.ids);
    meeting.make(&changes);
    let now = next_day + TimeDelta::minutes(5);
    assert_eq!(
        agenda::pace(&meeting.dossier, now).behind,
        TimeDelta::zero()
    );
    assert_eq!(agenda::sat(&meeting.dossier, now), TimeDelta::minutes(15));
}

#[test]
fn midnight_is_no_border_for_a_clock() {
    let mut stage = Stage::new();
    stage.set_moment("2023-07-11T23:55:00+07:00");
    stage.press("<F4><C-n>một dòng<Enter>");
    stage.set_moment("2023-07-12T00:04:00+07:00");
    stage.press("dòng sau nửa đêm<Enter>");
    stage
        .sees("09:00 / 10:00")
        .sees("══ 12/7/2023")
        .sees("00:04");
}

#[test]
fn a_clock_that_is_set_back_is_said_and_nothing_ends_before_it_begins() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(20);
    stage.press("một dòng<Enter>");
    stage.set_time("07:30:00");
    stage
        .sees("Đồng hồ máy chậm hơn lần ghi cuối (08:00 11/7/2023)")
        .sees("! 07:30:00");
    stage.sees("00:00 / 10:00");
    stage.press("<C-n>2").sees("Bắt đầu mục: Báo cáo");
    stage.set_time("08:10:00");
    stage
        .press("<C-o><Up><Up><C-d>")
        .sees("07:40:00 - 07:40:00");
}

#[test]
fn an_hour_with_the_lid_closed_is_said() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(3);
    stage.set_time("08:43:00");
    stage.sees("Vừa cách quãng 1:00:00");
    stage.sees("1:03:00 / 10:00 !");
    // Where no clock ticks nobody has slept.
    stage.press("<F6>");
    stage.set_time("09:50:00");
    stage.misses("cách quãng");
}

#[test]
fn signed_minutes_keep_their_agenda() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n><C-p>bế mạc<Enter>1<Esc>");
    stage
        .press("<C-o><Enter>")
        .sees("Hội nghị đã bế mạc")
        .press("<Esc>");
    stage.press("<C-n>").sees("Hội nghị đã bế mạc");
    stage
        .press("<C-p>giải lao<Enter>")
        .sees("Hội nghị đã bế mạc");
    // When an item ran can still be set right until the minutes are signed.
    stage.press("<C-o><C-d>").sees("SỬA MỤC");
}

#[test]
fn everything_is_there_in_english() {
    let mut stage = Stage::with(Store::in_memory(morning()).unwrap(), (80, 24), Lang::En);
    stage
        .press("<F4><C-n><C-n>")
        .sees("THE ITEM HAS ONLY JUST BEGUN")
        .press("<Esc>");
    stage
        .press("<C-o>")
        .sees("AGENDA")
        .press("<C-d>")
        .sees("EDIT ·")
        .press("<Esc>")
        .sees("AGENDA")
        .press("<Esc>");
    stage.press("<C-p>must end<Enter>").sees("MUST END AT");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to the agenda, one item runs at most, places are all different, and nothing ends before it begins.
    #[test]
    fn the_agenda_stays_whole(steps in prop::collection::vec((0..8_u8, 0..9_usize, 0..90_i64), 1..40)) {
        let mut meeting = Meeting::new();
        meeting.start(1, "08:00:00");
        let mut now = at("08:00:00");
        for (step, pick, seconds) in steps {
            now += TimeDelta::seconds(seconds);
            let items: Vec<_> = agenda::items(&meeting.dossier).into_iter().cloned().collect();
            let item = items[pick % items.len()].clone();
            let ids = &meeting.ids;
            let matter = || agenda::Matter { title: "việc".to_owned(), kind: item.kind, minutes: 5, presenter: None, prepare: None };
            let changes = match step {
                0 | 1 => agenda::start(&meeting.dossier, item.id, now, ids),
                2 => agenda::postpone(&meeting.dossier, &item, now),
                3 => agenda::skip(&meeting.dossier, &item, "vì", now),
                4 => agenda::take_up(&meeting.dossier, matter(), now, ids),
                5 => agenda::insert(&meeting.dossier, matter(), Some(item.position), ids).1,
                6 => agenda::shift(&meeting.dossier, item.id, 1),
                _ => agenda::shift(&meeting.dossier, item.id, -1),
            };
            meeting.make(&changes);
            let running = meeting.dossier.runs.iter().filter(|run| run.ended.is_none()).count();
            prop_assert!(running <= 1);
            let mut places: Vec<i64> = meeting.dossier.items.iter().map(|item| item.position).collect();
            places.sort_unstable();
            let count = i64::try_from(places.len()).unwrap();
            prop_assert_eq!(places, (1..=count).collect::<Vec<_>>());
            prop_assert!(meeting.dossier.runs.iter().all(|run| run.ended.is_none_or(|ended| ended >= run.began)));
            let planned: Vec<i64> = meeting.dossier.items.iter().filter_map(agenda::planned_place).collect();
            prop_assert_eq!(planned.iter().collect::<std::collections::HashSet<_>>().len(), 6, "every planned place is kept: {:?}", planned);
        }
    }

    /// A run log that is refused would not have been true, and one that is taken is what was asked for.
    #[test]
    fn a_run_log_is_taken_only_if_it_can_be_true(minutes in prop::collection::vec((0..200_i64, 0..200_i64), 0..4)) {
        let mut meeting = Meeting::new();
        meeting.start(1, "08:00:00");
        meeting.start(2, "08:30:00");
        meeting.make(&agenda::finish(&meeting.dossier, at("09:00:00")));
        let now = at("10:00:00");
        let began = at("07:00:00");
        let spans: Vec<Span> = minutes.iter().map(|(from, to)| Span { began: began + TimeDelta::minutes(*from), ended: Some(began + TimeDelta::minutes(*to)) }).collect();
        let item = meeting.item(1).id;
        match agenda::set_runs(&meeting.dossier, item, &spans, meeting.ids.at(now)) {
            Ok(changes) => {
                meeting.make(&changes);
                let mut asked = spans.clone();
                asked.sort_by_key(|span| span.began);
                let runs: Vec<Span> = agenda::runs_of(&meeting.dossier, item).into_iter().map(|run| Span { began: run.began, ended: run.ended }).collect();
                let mut taken = runs.clone();
                taken.sort_by_key(|span| (span.began, span.ended));
                asked.sort_by_key(|span| (span.began, span.ended));
                prop_assert_eq!(taken, asked);
                prop_assert!(runs.iter().all(|run| run.ended.unwrap() >= run.began && run.ended.unwrap() <= now));
            }
            Err(RunRefusal::EndsBeforeBegins(span)) => prop_assert!(span.ended.unwrap() < span.began),
            Err(RunRefusal::InFuture(at)) => prop_assert!(at > now),
            Err(RunRefusal::Overlaps(..)) => prop_assert!(!spans.is_empty()),
            Err(RunRefusal::NoEnd(_)) => prop_assert!(false, "every span has its end"),
        }
    }
}

#[test]
fn who_presents_an_item_is_written_in_the_agenda_and_taken_back() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-o><Down><C-d>")
        .sees("Người trình bày")
        .press("<Tab><Tab><Tab>đồng chí Phó Trưởng Ban<Enter><Enter><Enter>")
        .sees("Sửa mục: Báo cáo")
        .sees("báo cáo · Phó Trưởng Ban trình bày");
    stage.press("<Esc><C-z><C-o><Down>").misses("trình bày");
}

#[test]
fn who_presents_goes_on_to_the_next_meeting() {
    let mut meeting = Meeting::new();
    let report = meeting.item(2);
    let matter = agenda::Matter {
        title: report.title.clone(),
        kind: report.kind,
        minutes: report.minutes,
        presenter: Some("đồng chí Phó Trưởng Ban".to_owned()),
        prepare: None,
    };
    meeting.make(&agenda::revise(&report, matter));
    let planned = Planning::from_last(&meeting.dossier);
    let presenters = planned.items.iter().map(|item| item.presenter.as_deref());
    let told: Vec<&str> = presenters.flatten().collect();
    assert_eq!(told, ["đồng chí Phó Trưởng Ban"]);
}

/// What is asked to be prepared follows the period as the items do, also where it names the months alone; by when to reply
/// is asked anew.
#[test]
fn what_is_to_be_prepared_follows_the_period() {
    let store = Store::in_memory(morning()).unwrap();
    let roster = store.rosters().unwrap().remove(0);
    let summons = store.summons(roster).unwrap();
    for (asked, next) in [
        (
            "Báo cáo kết quả 06 tháng",
            "Báo cáo kết quả tháng 7 năm 2023",
        ),
        (
            "Tình hình sáu tháng; số liệu tháng 6",
            "Tình hình tháng 7 năm 2023; số liệu tháng 7 năm 2023",
        ),
        (
            "Báo cáo kết quả 06 tháng đầu năm 2023",
            "Báo cáo kết quả tháng 7 năm 2023",
        ),
        (
            "Nhiệm vụ 06 tháng cuối năm 2023",
            "Nhiệm vụ 06 tháng cuối năm 2023",
        ),
        ("Kết quả 03 tháng một lần", "Kết quả 03 tháng một lần"),
        ("Kế hoạch trong 03 tháng", "Kế hoạch trong 03 tháng"),
    ] {
        let mut meeting = Meeting::new();
        let last = meeting.dossier.meeting.clone();
        let day = last.starts.date_naive();
        meeting.make(&[Change::edit(&last, |last| {
            last.prepare = Some(asked.to_owned());
            last.reply_by = Some(day);
        })]);
        let planning = Planning::from_last(&meeting.dossier);
        let starts = last.starts + TimeDelta::days(30);
        let (_, changes) = plan(&planning, &summons, starts, store.ids());
        let planned = changes.iter().find_map(|change| match change.after() {
            Some(Record::Meeting(planned)) => Some(planned),
            Some(_) | None => None,
        });
        let planned = planned.unwrap();
        assert_eq!(planned.prepare.as_deref(), Some(next));
        assert_eq!(planned.reply_by, None);
    }
}

#[test]
fn next_never_starts_an_earlier_item_and_behind_the_last_one_leads_to_closing() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(2);
    stage
        .press("<C-o><Home><Down><Down><Down><Enter>")
        .sees("Bắt đầu mục: Triển khai")
        .wait(2);
    stage.press("<C-n>").sees("Bắt đầu mục: Giải đáp").wait(2);
    stage.press("<C-n>").sees("Bắt đầu mục: Kết luận").wait(2);
    stage
        .press("<C-n>")
        .sees("BẾ MẠC HỘI NGHỊ?")
        .sees("2 mục chưa họp tới")
        .press("<Esc>");
    // Also when the last item has been ended.
    stage
        .press("<C-p>kết thúc mục<Enter>")
        .press("<C-n>")
        .sees("BẾ MẠC HỘI NGHỊ?");
}

#[test]
fn enter_on_an_item_before_the_meeting_asks_whether_it_begins() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-o><End><Enter>")
        .sees("BẮT ĐẦU HỘI NGHỊ?")
        .sees("Điền trước: địa điểm, chủ trì, người ghi biên bản, họ tên 34 đơn vị")
        .press("2")
        .sees("SỬA MỤC · Kết luận")
        .press("<Esc>")
        .sees("BẮT ĐẦU HỘI NGHỊ?")
        .press("<Esc>");
    assert!(stage.dossier().meeting.opened.is_none());
    stage
        .press("<Home><Enter>3")
        .sees("Địa điểm")
        .press("<Esc><Esc>");
    assert!(stage.dossier().meeting.opened.is_none());
    stage.press("<Home><Enter>1").sees("Bắt đầu mục: Khai mạc");
}

#[test]
fn a_late_start_is_corrected_in_one_step() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F4><C-n>").wait(20);
    stage.press("<C-n>").wait(18);
    stage.press("Số liệu đã đối chiếu<Enter>").wait(2);
    // 08:20: the discussion began at 08:14, and somebody forgot to press the key.
    stage.press("<C-n>").wait(4);
    stage
        .press("<C-o><Home><Down><Down><C-d>")
        .press("<S-Tab><Tab><Tab><Tab><Tab><C-u>08:14 -<Enter>")
        .sees("THỜI GIAN TRÙNG VỚI MỤC KHÁC")
        .sees("Sửa luôn: 2. Báo cáo kết quả 06 tháng đầu năm 2023 08:00:00 -")
        .sees("08:14:00")
        .sees("1 dòng ghi theo sang");
    // Back in the form with what was typed, and then taken.
    stage
        .press("3")
        .sees("SỬA MỤC")
        .sees("08:14 -")
        .press("<S-Tab><Tab><Tab><Tab><Tab><Enter>")
        .press("1")
        .sees("Sửa mục: Ý kiến trao đổi");
    let span = |stage: &Stage, position: i64| {
        let dossier = stage.dossier();
        let item = agenda::items(&dossier)
            .into_iter()
            .find(|item| item.position == position)
            .unwrap()
            .id;
        let run = agenda::runs_of(&dossier, item)[0].clone();
        (run.began, run.ended)
    };
    assert_eq!(
        span(&stage, 2),
        (at("08:00:00"), Some(at("08:14:00"))),
        "the item before is shorter"
    );
    assert_eq!(span(&stage, 3), (at("08:14:00"), None));
    let dossier = stage.dossier();
    let line = dossier.notes.iter().next().unwrap();
    let third = agenda::running_item(&dossier).unwrap().id;
    assert_eq!(line.item, Some(third), "the line said meanwhile follows");
    stage.press("<Esc><C-z>");
    assert_eq!(span(&stage, 2), (at("08:00:00"), Some(at("08:20:00"))));
    assert_eq!(span(&stage, 3), (at("08:20:00"), None));
}

#[test]
fn a_turn_that_ended_with_its_item_ends_with_it_when_that_is_corrected() {
    let mut meeting = Meeting::new();
    let mut item = meeting.item(2);
    item.presenter = Some("Trần Thị Lan".to_owned());
    meeting.dossier.items.put(item.clone());
    meeting.start(2, "08:00:00");
    meeting.start(3, "08:20:00");
    let spans = [Span {
        began: at("08:02:00"),
        ended: Some(at("08:14:00")),
    }];
    let moment = meeting.ids.at(at("08:24:00"));
    let changes = agenda::set_runs(&meeting.dossier, item.id, &spans, moment).unwrap();
    meeting.make(&changes);
    let turn = meeting.dossier.speeches.iter().next().unwrap();
    assert_eq!(
        (turn.began, turn.ended),
        (Some(at("08:02:00")), Some(at("08:14:00")))
    );
}

#[test]
fn a_turn_begun_meanwhile_follows_to_the_item_that_began_earlier() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F4><C-o><Down><C-d>")
        .press("<Tab><Tab><Tab>Trần Thị Lan<C-s><Esc>");
    stage.press("<C-n>").wait(20);
    stage.press("<C-n>").wait(16);
    stage.press("<C-g>cát lái<Enter>").wait(4);
    stage.press("<C-n>").wait(4);
    stage
        .press("<C-o><Home><Down><Down><C-d>")
        .press("<S-Tab><Tab><Tab><Tab><Tab><C-u>08:14 -<Enter>1");
    let dossier = stage.dossier();
    let turns: Vec<_> = dossier.speeches.iter().collect();
    let third = agenda::running_item(&dossier).unwrap().id;
    // The presenter was interrupted by nobody: the unit that spoke at 08:16 belongs to the discussion.
    assert_eq!(turns[0].ended, Some(at("08:16:00")));
    assert_eq!(
        (turns[1].item, turns[1].began),
        (Some(third), Some(at("08:16:00")))
    );
    stage.press("<Esc><C-z>");
    let before = stage.dossier();
    assert_ne!(before.speeches.iter().nth(1).unwrap().item, Some(third));
}

#[test]
fn the_opening_follows_the_first_item_when_its_start_is_corrected() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>").wait(5);
    stage
        .press("<C-o><Home><C-d>")
        .press("<S-Tab><Tab><Tab><Tab><Tab><C-u>07:35 -<Enter>")
        .sees("Sửa mục: Khai mạc");
    assert_eq!(stage.dossier().meeting.opened, Some(at("07:35:00")));
}

#[test]
fn whoever_presents_an_item_has_the_floor_and_is_named_once() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F4><C-o><Down><C-d>")
        .press("<Tab><Tab><Tab>Trần Thị Lan, Chánh Văn phòng Ban<C-s><Esc>");
    stage.press("<C-n>").wait(5);
    stage
        .press("<C-n>")
        .sees("Bắt đầu mục: Báo cáo")
        .sees("Trần Thị Lan")
        .misses("Chưa mời ai");
    stage.wait(1);
    stage
        .press("Đồng chí Trần Thị Lan trình bày báo cáo kết quả<Enter>")
        .wait(2);
    let minutes = crate::common::papers::minutes_of(&stage.dossier());
    let text = giaoban::papers::markdown::markdown(&minutes);
    let told = "Đồng chí Trần Thị Lan, Chánh Văn phòng Ban, trình bày báo cáo kết quả.";
    assert!(text.contains(told), "{text}");
    assert_eq!(text.matches("Trần Thị Lan").count(), 1, "{text}");
    stage.press("<C-n>").sees("Chưa mời ai");
    stage.press("<C-z>").sees("Trần Thị Lan");
}

#[test]
fn the_leader_of_a_unit_who_presents_speaks_for_the_unit() {
    let mut meeting = Meeting::new();
    let mut seat = meeting.dossier.seats.iter().next().unwrap().clone();
    seat.secretary = Some("Nguyễn Mẫu Một".to_owned());
    let of_unit = seat.id;
    meeting.dossier.seats.put(seat);
    let mut item = meeting.item(2);
    item.presenter = Some("Đ/c Nguyễn Mẫu Một, Bí thư".to_owned());
    meeting.dossier.items.put(item);
    meeting.start(2, "08:00:00");
    let speech = meeting.dossier.speeches.iter().next().unwrap();
    assert_eq!(
        (speech.seat, speech.began),
        (Some(of_unit), Some(at("08:00:00")))
    );
    meeting.start(3, "08:20:00");
    let ended = meeting.dossier.speeches.iter().next().unwrap().ended;
    assert_eq!(ended, Some(at("08:20:00")));
}

#[test]
fn an_opening_reads_as_the_worked_example_has_it() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F4><C-o><C-d>")
        .press("<Tab><Tab><Tab>Trần Thị Lan<C-s><Esc>");
    stage.press("<C-n>").wait(3);
    stage
        .press("@tam p<Enter>Chúc hội nghị thành công<Enter>")
        .wait(2);
    let minutes = crate::common::papers::minutes_of(&stage.dossier());
    let text = giaoban::papers::markdown::markdown(&minutes);
    let opened = "Đồng chí Trần Thị Lan tuyên bố lý do, giới thiệu đại biểu.";
    assert!(text.contains(opened), "{text}");
    assert!(!text.contains("trình bày:"), "{text}");
}

#[test]
fn lines_outside_the_meeting_are_refused_and_outside_their_item_asked_about() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F4><C-n>một dòng<Enter>").wait(20);
    stage.press("<C-n>").wait(20);
    stage
        .press("<Tab><C-x>")
        .press("<S-Tab><Tab><Tab><C-u>06:00<Enter>")
        .sees("06:00:00 ngoài giờ họp (07:40:00 - )")
        .press("<C-u>08:10<Enter>")
        .sees("GIỜ NGOÀI LÚC MỤC CHẠY")
        .sees("Giữ mục, lấy giờ 08:00: 1. Khai mạc")
        .sees("Giữ giờ, sang mục chạy lúc ấy: 2. Báo cáo");
    stage.press("2").sees("Chuyển thông tin");
    let moved = |stage: &Stage| {
        let dossier = stage.dossier();
        let note = dossier.notes.iter().next().unwrap().clone();
        let item = dossier.items.get(note.item.unwrap()).unwrap().position;
        (note.at, item)
    };
    assert_eq!(moved(&stage), (at("08:10:00"), 2));
    // To another item, at the time that the line has.
    stage
        .press("<C-x><S-Tab><Tab><Tab>")
        .press("<S-Tab><S-Tab><C-u>1<Tab><Tab><Enter>")
        .sees("Giữ mục, lấy giờ 08:00: 1. Khai mạc")
        .press("1");
    assert_eq!(moved(&stage), (at("08:00:00"), 1));
}

#[test]
fn several_lines_are_asked_about_together() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F4><C-n>dòng một<Enter>dòng hai<Enter>")
        .wait(20);
    stage.press("<C-n>").wait(20);
    stage
        .press("<Tab> <Up> <C-x>2<Tab><Tab><Tab><Enter>")
        .sees("GIỜ NGOÀI LÚC MỤC CHẠY")
        .press("1")
        .sees("Chuyển 2 dòng");
    let dossier = stage.dossier();
    assert!(dossier.notes.iter().all(|note| note.at == at("08:00:00")));
    stage
        .press("<Esc><Esc><Tab> <Up> <C-x><Tab><Tab><Tab>06:00<Enter>")
        .sees("06:00:00 ngoài giờ họp");
}

#[test]
fn a_turn_outside_the_meeting_is_refused_and_outside_its_item_asked_about() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3>1<C-a><F4><C-n>@tam p<Enter>").wait(5);
    stage.press("<C-e>").wait(15);
    stage.press("<C-n>").wait(20);
    let typed = |began: &str, ended: &str| {
        format!("<S-Tab><S-Tab><S-Tab><S-Tab><Tab><Tab><Tab><C-u>{began}<Tab><C-u>{ended}<C-s>")
    };
    stage.press("<C-p>các lượt<Enter><Enter>1").sees("07:40:00");
    stage
        .press(&typed("06:00", "06:10"))
        .sees("06:00:00 ngoài giờ họp");
    stage
        .press(&typed("08:05", "08:10"))
        .sees("LƯỢT PHÁT BIỂU NGOÀI LÚC MỤC CHẠY")
        .press("1");
    let dossier = stage.dossier();
    let turn = dossier.speeches.iter().next().unwrap();
    let item = dossier.items.get(turn.item.unwrap()).unwrap().position;
    assert_eq!((turn.began, item), (Some(at("08:05:00")), 2));
}

#[test]
fn the_name_and_the_items_of_a_planned_meeting_follow_the_day() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F2><C-n>1")
        .sees("11/8/2023")
        .sees("08:00")
        .sees("tháng 7 năm 2023");
    stage
        .press("<Tab><C-u>10/10/2023")
        .sees("xây dựng Đảng tháng 9 năm")
        .press("<C-s>");
    let planned = stage.dossier();
    assert!(planned.meeting.title.ends_with("tháng 9 năm 2023"));
    let report = agenda::items(&planned)[1].title.clone();
    assert_eq!(report, "Báo cáo kết quả tháng 9 năm 2023");
    // Moved once more, in its particulars.
    stage
        .press("<F2><C-d><S-Tab><S-Tab>")
        .press("<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>")
        .press("<Tab><Tab><C-u>10/01/2024<C-s>");
    let moved = stage.dossier();
    assert!(
        moved.meeting.title.ends_with("năm 2023"),
        "{}",
        moved.meeting.title
    );
    assert!(
        !moved.meeting.title.contains("tháng"),
        "{}",
        moved.meeting.title
    );
    assert_eq!(agenda::items(&moved)[1].title, "Báo cáo kết quả năm 2023");
}

#[test]
fn a_name_that_was_typed_stays_whatever_the_day() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F2><C-n>1<C-u>Giao ban chuyên đề<Tab><C-u>10/10/2023<C-s>")
        .sees("Giao ban chuyên đề");
    let planned = stage.dossier();
    assert_eq!(planned.meeting.title, "Giao ban chuyên đề");
    assert_eq!(
        agenda::items(&planned)[1].title,
        "Báo cáo kết quả tháng 9 năm 2023"
    );
}

#[test]
fn a_meeting_is_named_by_the_period_that_it_reports() {
    use giaoban::meeting::plan::{Reports, period_of};
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    for (date, reports, name) in [
        (day(2023, 8, 10), Reports::Month, "tháng 7 năm 2023"),
        (day(2023, 8, 28), Reports::Month, "tháng 8 năm 2023"),
        (day(2023, 7, 11), Reports::Month, "06 tháng đầu năm 2023"),
        (day(2024, 1, 10), Reports::Month, "năm 2023"),
        (day(2023, 12, 28), Reports::Month, "năm 2023"),
        (day(2026, 12, 7), Reports::Week, "tuần 49 năm 2026"),
        (day(2026, 12, 11), Reports::Week, "tuần 50 năm 2026"),
        (day(2027, 1, 4), Reports::Week, "tuần 53 năm 2026"),
        (day(2026, 12, 7), Reports::OwnWeek, "tuần 50 năm 2026"),
        (day(2023, 4, 5), Reports::Quarter, "quý I năm 2023"),
        (day(2023, 7, 11), Reports::Quarter, "06 tháng đầu năm 2023"),
        (day(2023, 10, 5), Reports::Quarter, "quý III năm 2023"),
        (day(2024, 1, 5), Reports::Quarter, "năm 2023"),
        (day(2023, 6, 12), Reports::Half, "06 tháng đầu năm 2023"),
        (day(2024, 1, 12), Reports::Half, "năm 2023"),
        (day(2024, 1, 12), Reports::Year, "năm 2023"),
    ] {
        assert_eq!(period_of(date, reports), name, "{date} {reports:?}");
    }
}

#[test]
fn an_item_on_two_months_follows_with_both() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<C-s>");
    stage
        .press("<F4><C-o><Down><C-d><C-u>Kết quả tháng 7, nhiệm vụ tháng 8 năm 2023<C-s>")
        .press("<Esc><F2><C-n>1<C-s>");
    let next = stage.dossier();
    assert_eq!(
        agenda::items(&next)[1].title,
        "Kết quả tháng 8 năm 2023, nhiệm vụ tháng 9 năm 2023"
    );
}

#[test]
fn a_weekly_meeting_is_named_by_its_week_and_held_a_week_later() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-d><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>");
    stage.press("<S-Tab><S-Tab><S-Tab><S-Tab><C-u>Giao ban tuần 27 tháng 7 năm 2023<C-s>");
    stage
        .press("<F2><C-n>1")
        .sees("18/7/2023")
        .sees("Giao ban tuần 28 năm 2023")
        .press("<C-s>");
    // The rhythm of the last meetings, now that there are two.
    stage
        .press("<F2><C-n>1")
        .sees("25/7/2023")
        .sees("Giao ban tuần 29 năm 2023");
}

#[test]
fn the_day_that_is_offered_is_worked() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<Tab><C-u>12/9/2023<C-s>");
    // 12 November is a Sunday.
    stage.press("<F2><C-n>1").press("<Tab><C-u>12/10/2023<C-s>");
    stage.press("<F2><C-n>1").sees("13/11/2023");
}

#[test]
fn the_ends_of_lists_are_one_key_away() {
    let mut stage = Stage::new();
    stage.press("<F4><C-o><End>").sees("▸    6  Kết luận");
    stage.press("<Home>").sees("▸    1  Khai mạc");
    stage.press("<PgDn>").sees("▸    6  Kết luận");
    stage
        .press("<PgUp>")
        .sees("▸    1  Khai mạc")
        .press("<Esc>");
    stage.press("<C-n>");
    for n in 1..=16 {
        stage.press(&format!("= #1 Kết luận số {n} hết<Enter>"));
    }
    stage.press("<C-b><End>").sees("Kết luận số 16 hết");
    stage.press("<Home>").sees("Kết luận số 1 hết");
    stage
        .press("<PgDn>")
        .misses("Kết luận số 1 hết")
        .press("<Esc>");
    stage.press("<C-p><End>").sees("▸").misses("▸  Mục tiếp");
    let last = stage.text();
    stage.press("<PgDn>");
    assert_eq!(stage.text(), last, "the last option is the last");
    stage.press("<Esc><C-g><End>");
    let end = stage.text();
    stage.press("<Down>");
    assert_eq!(stage.text(), end);
    stage.press("<Home>").sees("▸").press("<Esc>");
    // The stream: the first and the newest line.
    stage
        .press("<Tab><Home>")
        .sees("▸07:40 kết luận")
        .sees("Kết luận số 1 hết")
        .press("<End>")
        .sees("Kết luận số 16 hết");
}

#[test]
fn who_is_marked_by_one_key_before_an_early_opening_can_leave_early() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3><C-a>").wait(2);
    stage.press("<F4><C-n>").wait(10);
    stage
        .press("<F3>tam p7<Enter>")
        .sees("về sớm")
        .misses("không thể về");
    let dossier = stage.dossier();
    let starts = dossier.meeting.starts;
    let present = dossier
        .attendance
        .iter()
        .filter(|event| event.reason.is_none());
    assert!(
        present.clone().all(|event| event.at < starts),
        "nobody arrived at the planned start"
    );
}

#[test]
fn a_planned_meeting_says_what_its_papers_will_lack() {
    let mut stage = Stage::new();
    stage
        .press("<F2>")
        .sees("! Văn bản sẽ thiếu: địa điểm, chủ trì, người ghi biên bản, họ tên 34 đơn vị");
    stage.press("<F4><C-n><F2>").misses("Văn bản sẽ thiếu");
}

#[test]
fn who_is_marked_absent_has_no_floor_as_presenter_either() {
    let mut meeting = Meeting::new();
    let mut seat = meeting.dossier.seats.iter().next().unwrap().clone();
    seat.secretary = Some("Nguyễn Mẫu Một".to_owned());
    let of_unit = seat.id;
    meeting.dossier.seats.put(seat);
    let mut item = meeting.item(2);
    item.presenter = Some("Nguyễn Mẫu Một".to_owned());
    meeting.dossier.items.put(item);
    let absent = giaoban::meeting::roll_call::Mark::Absent;
    let moment = meeting.ids.at(at("07:55:00"));
    let marked = giaoban::meeting::roll_call::mark(&meeting.dossier, of_unit, &absent, moment);
    meeting.make(&marked.unwrap());
    meeting.start(2, "08:00:00");
    assert!(meeting.dossier.speeches.is_empty());
}

#[test]
fn an_answer_of_the_presenter_has_the_office() {
    let mut stage = Stage::sized(100, 30);
    stage
        .press("<F4><C-o><Home><Down><Down><Down><Down><C-d>")
        .press("<Tab><Tab><Tab>Trần Thị Lan, Chánh Văn phòng Ban<C-s><Esc>");
    stage.press("<C-n>").wait(2);
    stage
        .press("<C-o><Home><Down><Down><Down><Down><Enter>")
        .sees("Trần Thị Lan")
        .wait(1);
    stage.press(": Sẽ có hướng dẫn<Enter>");
    let minutes = crate::common::papers::minutes_of(&stage.dossier());
    let text = giaoban::papers::markdown::markdown(&minutes);
    assert!(
        text.contains("Đồng chí Trần Thị Lan, Chánh Văn phòng Ban"),
        "{text}"
    );
}

#[test]
fn who_presents_gets_the_floor_once_and_not_after_leaving() {
    let presented = |presenter: &str, has_left: bool| {
        let mut meeting = Meeting::new();
        let mut seat = meeting.dossier.seats.iter().next().unwrap().clone();
        seat.secretary = Some("Nguyễn Mẫu Một".to_owned());
        let of_unit = seat.id;
        meeting.dossier.seats.put(seat);
        let mut item = meeting.item(2);
        item.presenter = Some(presenter.to_owned());
        meeting.dossier.items.put(item);
        meeting.start(1, "07:55:00");
        if has_left {
            for (mark, time) in [
                (roll_call::Mark::Present, "07:56:00"),
                (roll_call::Mark::Left { reason: None }, "07:58:00"),
            ] {
                let moment = meeting.ids.at(at(time));
                let marked = roll_call::mark(&meeting.dossier, of_unit, &mark, moment);
                meeting.make(&marked.unwrap());
            }
        }
        meeting.start(2, "08:00:00");
        meeting.make(&agenda::interrupt(&meeting.dossier, at("08:10:00")));
        meeting.start(2, "08:20:00");
        let turns = meeting.dossier.speeches.iter();
        turns
            .map(|turn| (turn.seat == Some(of_unit), turn.guest.clone()))
            .collect::<Vec<_>>()
    };
    for office in ["", ", Bí thư", ", Bí thư Đảng ủy"] {
        let turns = presented(&format!("Nguyễn Mẫu Một{office}"), false);
        assert_eq!(turns, [(true, None)], "«{office}»");
    }
    assert!(presented("Nguyễn Mẫu Một", true).is_empty());
    // A namesake of another office is not the unit's leader.
    for office in ["Trưởng Ban", "Phó Bí thư Thường trực", "Bí thư Tam Phú"] {
        let turns = presented(&format!("Nguyễn Mẫu Một, {office}"), false);
        let guest = Some("Nguyễn Mẫu Một".to_owned());
        assert_eq!(turns, [(false, guest)], "«{office}»");
    }
}

#[test]
fn whoever_speaks_has_spoken_until_the_end_to_which_an_item_is_corrected() {
    let mut meeting = Meeting::new();
    let mut item = meeting.item(2);
    item.presenter = Some("Trần Thị Lan".to_owned());
    meeting.dossier.items.put(item.clone());
    meeting.start(2, "08:00:00");
    let spans = [Span {
        began: at("08:00:00"),
        ended: Some(at("08:14:00")),
    }];
    let moment = meeting.ids.at(at("08:40:00"));
    let changes = agenda::set_runs(&meeting.dossier, item.id, &spans, moment).unwrap();
    meeting.make(&changes);
    let turn = meeting.dossier.speeches.iter().next().unwrap();
    assert_eq!(turn.ended, Some(at("08:14:00")));
}

#[test]
fn a_meeting_moved_by_a_few_days_keeps_its_period_and_a_name_typed_back_stands() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<C-s>").sees("11/8/2023");
    let before = stage.dossier();
    let title = before.meeting.title.clone();
    assert!(title.ends_with("tháng 7 năm 2023"), "{title}");
    let first = "<S-Tab>".repeat(12);
    let to_day = |day: &str| format!("<F2><C-d>{first}<Tab><Tab><C-u>{day}");
    stage.press(&to_day("17/8/2023<C-s>"));
    let moved = stage.dossier();
    assert_eq!(moved.meeting.starts.date_naive().to_string(), "2023-08-17");
    assert_eq!(moved.meeting.title, title);
    let titles = |dossier: &Dossier| -> Vec<String> {
        let items = agenda::items(dossier).into_iter();
        items.map(|item| item.title.clone()).collect()
    };
    assert_eq!(titles(&moved), titles(&before));
    // By a month, it is the meeting of another period, unless the name is typed as it was.
    stage
        .press(&to_day("18/9/2023"))
        .press(&format!("{first}<C-u>{title}<C-s>"));
    let moved = stage.dossier();
    assert_eq!(moved.meeting.starts.date_naive().to_string(), "2023-09-18");
    assert_eq!(moved.meeting.title, title);
    assert_ne!(titles(&moved), titles(&before));
}

/// A meeting in session under its third item, with a document, a turn and a prepared conclusion.
fn at_work() -> Stage {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3>1<C-a><F4><C-n>").wait(5);
    stage.press("<C-n>").wait(5);
    stage.press("<C-n>").wait(5);
    stage.press("@tam ph<Enter>").wait(2);
    stage.press("<C-e>");
    stage
}

#[test]
fn a_form_of_the_agenda_goes_back_to_the_agenda_however_it_is_left() {
    for (opens, form) in [
        ("<C-n>", "THÊM MỤC"),
        ("<C-d>", "SỬA MỤC"),
        ("<Del>", "BỎ QUA"),
    ] {
        let mut stage = at_work();
        stage.press("<C-o><End><Up>").press(opens).sees(form);
        stage.press("<Esc>").misses(form).sees("CHƯƠNG TRÌNH ─");
        stage.press("<Esc>").misses("CHƯƠNG TRÌNH ─");
    }
    let mut stage = at_work();
    stage
        .press("<C-o><End><Up><Del>hết giờ<Enter>")
        .sees("Bỏ qua mục")
        .sees("CHƯƠNG TRÌNH ─");
    // A question in front of the agenda, and the form in front of the question.
    stage.press("<Esc><C-p>bế mạc<Enter>1").press("<Esc><Esc>");
    stage
        .press("<C-o><End><Up><Del>")
        .sees("MỤC NÀY BỎ HAY CHUYỂN");
    stage
        .press("2")
        .sees("BỎ QUA")
        .press("<Esc>")
        .sees("MỤC NÀY BỎ HAY CHUYỂN");
    stage
        .press("<Esc>")
        .misses("MỤC NÀY BỎ HAY CHUYỂN")
        .sees("CHƯƠNG TRÌNH ─");
    stage
        .press("<Del>1")
        .sees("Chuyển hội nghị kỳ sau:")
        .sees("CHƯƠNG TRÌNH ─");
}

#[test]
fn the_first_item_is_asked_about_in_front_of_the_agenda() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F4><C-o><Enter>").sees("BẮT ĐẦU HỘI NGHỊ?");
    stage.press("<Esc>").sees("CHƯƠNG TRÌNH ─");
    stage
        .press("<Enter>2")
        .sees("MỤC · ")
        .press("<Esc><Esc>")
        .sees("CHƯƠNG TRÌNH ─");
    stage
        .press("<Enter>1")
        .sees("Bắt đầu mục: ")
        .misses("CHƯƠNG TRÌNH ─");
}

/// A repair that would say that the items ran the other way round is no repair.
#[test]
fn no_room_is_made_that_turns_the_order_of_two_items_round() {
    let mut meeting = Meeting::new();
    meeting.start(1, "08:10:00");
    meeting.start(2, "08:20:00");
    meeting.start(3, "08:40:00");
    let room = |position: i64, began: &str, ended: &str| {
        let spans = [Span {
            began: at(began),
            ended: Some(at(ended)),
        }];
        let item = meeting.item(position).id;
        agenda::make_room(&meeting.dossier, item, &spans, at("08:50:00"))
    };
    // The second item before the first, and the first behind the second.
    assert_eq!(room(2, "08:00:00", "08:15:00"), None);
    assert_eq!(room(1, "08:30:00", "08:40:00"), None);
    // Longer at either end, it takes of its neighbours.
    assert_eq!(room(2, "08:15:00", "08:40:00").unwrap().len(), 1);
    assert_eq!(room(2, "08:20:00", "08:45:00").unwrap().len(), 1);

    let mut stage = Stage::sized(100, 30);
    stage.press("<F4><C-n>").wait(20);
    stage.press("<C-n>").wait(20);
    stage.press("<C-n>").wait(5);
    stage
        .press("<C-o><Home><Down><C-d><Tab><Tab><Tab><Tab><C-u>7:30 - 7:50<C-s>")
        .misses("THỜI GIAN TRÙNG VỚI MỤC KHÁC")
        .sees("lúc ấy mục «Khai mạc");
}

#[test]
fn an_item_that_is_done_is_not_put_off() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    stage.set_time("08:10:00");
    stage.press("<C-n><C-o><Home><C-t>");
    stage
        .sees("Mục này đã xong, không hoãn được.")
        .misses("Hoãn mục");
}
