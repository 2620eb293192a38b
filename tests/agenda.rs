//! The agenda: items begin, end, are put off, left out, moved and come up unplanned; what the clocks tell of it.
use crate::common::stage::{Stage, morning, new_dossier};
use chrono::{DateTime, TimeDelta};
use giaoban::meeting::agenda::{self, ItemState, RunRefusal, Span, Strain};
use giaoban::meeting::change::{Change, Ids};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::plan::Planning;
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
    stage.press("<C-o><Up>").sees("bỏ qua: không còn thời gian");
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
        .press("<C-p>hoãn lại<Enter>")
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
    correct(&mut stage, "7:50 - 8:05");
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
    stage.press("<C-n>2").sees("Bắt đầu mục");
    stage.press("<C-n>2<C-n>2<C-n>").sees("BẾ MẠC HỘI NGHỊ?");
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
            let matter = || agenda::Matter { title: "việc".to_owned(), kind: item.kind, minutes: 5, presenter: None };
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
        .press("<Tab><Tab><Tab>đồng chí Phó Trưởng Ban<Enter><Enter>")
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
    };
    meeting.make(&agenda::revise(&report, matter));
    let planned = Planning::from_last(&meeting.dossier);
    let presenters = planned.items.iter().map(|item| item.presenter.as_deref());
    let told: Vec<&str> = presenters.flatten().collect();
    assert_eq!(told, ["đồng chí Phó Trưởng Ban"]);
}
