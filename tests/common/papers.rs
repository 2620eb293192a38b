//! One meeting for all papers: the worked example of 11 July 2023; what was said is invented and says so.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use giaoban::files::write_atomically;
use giaoban::meeting::actions::Numbers;
use giaoban::meeting::change::{Change, Ids};
use giaoban::meeting::code::{Capacity, NamedAfter, PaperKind, Rank, SeatGroup};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::notes::{Known, Place, Writing};
use giaoban::meeting::roll_call::{self, Delegate, Mark};
use giaoban::meeting::rows::{AgendaItem, Imprint, Seat};
use giaoban::meeting::{agenda, capture};
use giaoban::papers::Document;
use giaoban::papers::brief::{Brief, Matters, Stage, Which};
use giaoban::papers::markdown::markdown;
use giaoban::papers::paper::paper;
use giaoban::papers::phrases::Phrases;
use giaoban::store::Store;
use giaoban::text::dates::Instant;

use super::stage::morning;

/// A meeting that things happen to.
pub struct Scene {
    pub dossier: Dossier,
    pub ids: Ids,
    numbers: Numbers,
}

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn at(time: &str) -> Instant {
    DateTime::parse_from_rfc3339(&format!("2023-07-11T{time}:00+07:00")).unwrap()
}

/// The meeting as a new book plans it: nobody has said anything of it yet.
pub fn planned() -> Scene {
    let store = Store::in_memory(morning()).unwrap();
    let id = store.last_meeting().unwrap().unwrap();
    Scene {
        dossier: store.dossier(id).unwrap().unwrap(),
        ids: Ids::of_writer(91),
        numbers: Numbers {
            action: 1,
            issue: 1,
        },
    }
}

/// The whole meeting of the worked example, closed.
pub fn held() -> Scene {
    let mut scene = planned();
    scene.particulars();
    scene.roll();
    scene.speeches();
    scene.conclusions();
    scene.make(&agenda::close(&scene.dossier, at("10:15")));
    scene
}

/// A meeting of the same morning in which nothing was agreed: nobody concluded, nobody answered, one item was put off, one
/// left out, and a unit objected to the minutes; what was said is invented and says so.
pub fn quarrelled() -> Scene {
    let mut scene = planned();
    scene.particulars();
    for (place, seat) in (1..).zip(roll_call::wards(&scene.dossier.clone())) {
        let mark = match place {
            3 => Mark::Absent,
            7 | 21 => Mark::Excused { reason: None },
            _ => Mark::Came(Delegate::Summoned(Rank::Secretary)),
        };
        scene.mark(&seat.name, &mark, "07:50");
    }
    scene.start(1, "08:00");
    scene.start(3, "08:10");
    for (time, line) in [
        (
            "08:12",
            "@tam p ! #5 Chỉ tiêu giao cho phường cao hơn phường khác (ví dụ)",
        ),
        (
            "08:20",
            "@cát Không đồng ý với ý kiến của phường bạn (ví dụ)",
        ),
        ("08:31", "@tam p ? #5 Đề nghị giao lại chỉ tiêu (ví dụ)"),
    ] {
        scene.write(time, line);
    }
    let changes = agenda::close(&scene.dossier, at("09:05"));
    scene.make(&changes);
    let (put_off, left_out) = (scene.item(4), scene.item(5));
    let carried = agenda::carry(&scene.dossier, &put_off, at("09:06"));
    scene.make(&carried);
    let skipped = agenda::skip(&scene.dossier, &left_out, "hết giờ", at("09:06"));
    scene.make(&skipped);
    scene.dossier.meeting.read_out = Some(true);
    scene.dossier.meeting.reservations =
        Some("Đảng ủy phường Cát Lái không nhất trí với nội dung ghi ở mục 3 (ví dụ)".to_owned());
    scene
}

/// A meeting that was opened and closed and of which nobody wrote down anything.
pub fn empty() -> Scene {
    let mut scene = planned();
    scene.start(1, "08:00");
    let changes = agenda::close(&scene.dossier, at("08:05"));
    scene.make(&changes);
    scene
}

impl Scene {
    pub fn make(&mut self, changes: &[Change]) {
        for change in changes {
            self.dossier.apply(change);
        }
    }

    /// Begins the item at a place.
    pub fn start(&mut self, position: i64, time: &str) {
        let item = self.item(position).id;
        self.make(&agenda::start(&self.dossier, item, at(time), &self.ids));
    }

    /// Types a line on the desk.
    pub fn write(&mut self, time: &str, text: &str) {
        let line = capture::parse(text, &self.dossier);
        let place = Place::now(&self.dossier, at(time));
        let known = Known::of(self.numbers);
        let changes = Writing::new(&self.dossier, known, &self.ids)
            .write(&line, place)
            .unwrap();
        let (actions, issues) = (self.dossier.actions.len(), self.dossier.issues.len());
        self.make(&changes);
        self.numbers.action += i64::from(self.dossier.actions.len() > actions);
        self.numbers.issue += i64::from(self.dossier.issues.len() > issues);
    }

    /// Returns the item at a place.
    pub fn item(&self, position: i64) -> AgendaItem {
        let mut items = self.dossier.items.iter();
        let item = items.find(|item| item.position == position);
        item.unwrap().clone()
    }

    /// Returns the seat of a name.
    pub fn seat(&self, name: &str) -> Seat {
        let mut seats = self.dossier.seats.iter();
        seats.find(|seat| seat.name == name).unwrap().clone()
    }

    /// Says who presents an item.
    pub fn present(&mut self, position: i64, presenter: &str) {
        let mut item = self.item(position);
        item.presenter = Some(presenter.to_owned());
        self.dossier.items.put(item);
    }

    pub fn mark(&mut self, seat: &str, mark: &Mark, time: &str) {
        let seat = self.seat(seat).id;
        let said = roll_call::mark(&self.dossier, seat, mark, self.ids.at(at(time)));
        self.make(&said.unwrap_or_else(|why| panic!("{why:?}")));
    }

    fn particulars(&mut self) {
        let meeting = &mut self.dossier.meeting;
        let text = |text: &str| Some(text.to_owned());
        meeting.venue = text("Hội trường (ví dụ)");
        meeting.chair = text("Phan Thị Kim Sinh");
        meeting.chair_office = text("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thành ủy Thủ Đức");
        meeting.recorder = text("Người Ghi Ví Dụ");
        meeting.recorder_office = text("chuyên viên Ban Tổ chức Thành ủy");
        meeting.documents = text("Báo cáo kết quả 06 tháng đầu năm 2023");
        meeting.recorded = Some(false);
        meeting.copies = Some(2);
    }

    /// 21 + 11 + 1 = 33 present; 33 + 1 = 34.
    fn roll(&mut self) {
        let names: Vec<String> = roll_call::wards(&self.dossier)
            .iter()
            .map(|seat| seat.name.clone())
            .collect();
        for (n, name) in (1..).zip(&names) {
            let mark = match n {
                10 => Mark::Came(Delegate::Substitute {
                    person: "Người Dự Thay Ví Dụ".to_owned(),
                    office: "Phó Bí thư".to_owned(),
                    on_behalf: Some("Bí Thư Ví Dụ".to_owned()),
                }),
                31 => Mark::Excused {
                    reason: Some("dự hội nghị do cấp trên triệu tập".to_owned()),
                },
                20..=30 => Mark::Came(Delegate::Summoned(Rank::StandingDeputy)),
                _ => Mark::Came(Delegate::Summoned(Rank::Secretary)),
            };
            self.mark(name, &mark, "07:50");
        }
        self.mark("Linh Xuân", &Mark::Late, "08:12");
        let delegations: Vec<Seat> = roll_call::delegations(&self.dossier)
            .into_iter()
            .cloned()
            .collect();
        for mut seat in delegations {
            seat.attended = Some(match seat.seat_group {
                SeatGroup::Host => 11,
                SeatGroup::Organisation => 5,
                SeatGroup::Centre | SeatGroup::Guest | SeatGroup::Ward => 1,
            });
            self.dossier.seats.put(seat);
        }
        let mut speaker = self.seat("Linh Trung");
        speaker.secretary = Some("Người Phát Biểu Ví Dụ".to_owned());
        self.dossier.seats.put(speaker);
    }

    fn speeches(&mut self) {
        self.present(1, "Người Mở Đầu Ví Dụ, Chánh Văn phòng");
        self.present(2, "Đồng chí Người Báo Cáo Ví Dụ, Phó Trưởng Ban");
        self.present(4, "Người Triển Khai Ví Dụ, Phó Trưởng Ban");
        self.start(1, "08:00");
        self.start(2, "08:10");
        self.start(3, "08:25");
        for (time, line) in [
            (
                "08:26",
                "@linh tru + #2 Đã kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu năm (ví dụ)",
            ),
            (
                "08:28",
                "@linh tru ! #1 Thời gian xác minh lý lịch ngoài thành phố kéo dài (ví dụ)",
            ),
            (
                "08:30",
                "@linh tru ? #1 Có văn bản thống nhất về thời hạn trả lời xác minh (ví dụ)",
            ),
            (
                "08:36",
                "@tam p * #3 Phân công cấp ủy viên phụ trách từng quần chúng ưu tú (ví dụ)",
            ),
            (
                "08:45",
                "@cát ! #4 Phương án nhân sự cấp ủy khi giải thể đảng bộ bộ phận (ví dụ)",
            ),
            (
                "08:55",
                "@hbp ? #6 Hướng dẫn hồ sơ miễn công tác và sinh hoạt đảng (ví dụ)",
            ),
        ] {
            self.write(time, line);
        }
        self.start(4, "09:15");
        self.write(
            "09:16",
            "Quy định số 58-QĐ/TW, ngày 08/02/2022 của Bộ Chính trị",
        );
        self.start(5, "09:40");
        self.write("09:41", ": @linh tru Sẽ có văn bản thống nhất (ví dụ)");
        self.write("09:45", ": @cát Tiếp thu, trả lời bằng văn bản (ví dụ)");
    }

    fn conclusions(&mut self) {
        self.start(6, "10:00");
        let lead = std::fs::read_to_string(fixture("appraisal_2023_07_11.txt")).unwrap();
        self.write("10:00", lead.trim());
        let report = std::fs::read_to_string(fixture("conclusions_2023_07_11.txt")).unwrap();
        for (number, line) in (1..).zip(report.lines()) {
            self.write("10:01", &format!("= #{number} {line}"));
        }
        self.write(
            "10:10",
            "> #1 @tất cả ^30/9 Báo cáo tiến độ hướng dẫn khai lý lịch",
        );
        self.write("10:11", "> #4 @linh tru ^31/8 Gửi phương án sắp xếp chi bộ");
        // The action that carries out a conclusion.
        let of = |number: i64| {
            let mut all = self.dossier.conclusions.iter();
            all.find(|conclusion| conclusion.position == number)
                .unwrap()
                .id
        };
        let (first, fourth) = (of(1), of(4));
        let actions: Vec<_> = self.dossier.actions.iter().cloned().collect();
        for mut action in actions {
            action.conclusion = Some(if action.number == 1 { first } else { fourth });
            if action.number == 2 {
                action.deliverable = Some("Phương án sắp xếp và phương án nhân sự".to_owned());
            }
            self.dossier.actions.put(action);
        }
    }

    /// What a paper says of itself, before anybody has said anything.
    pub fn imprint(&self, kind: PaperKind) -> Imprint {
        Imprint {
            id: self.ids.next(),
            meeting: self.dossier.meeting.id,
            kind,
            number: None,
            dated: None,
            named_after: NamedAfter::Meeting,
            capacity: Capacity::Head,
            office: None,
            signer: None,
            recipients: None,
            appraisal: None,
            report_by: None,
            head: None,
        }
    }

    /// Returns a paper with the sentences of the program.
    pub fn paper(&self, which: impl Into<Which>, stage: Stage) -> Document {
        self.worded(which, stage, &Phrases::default())
    }

    /// Returns a paper with other sentences.
    pub fn worded(&self, which: impl Into<Which>, stage: Stage, phrases: &Phrases) -> Document {
        let brief = Brief {
            dossier: &self.dossier,
            phrases,
            matters: &Matters::default(),
            today: day(2023, 7, 12),
        };
        paper(which.into(), stage, &brief)
    }
}

/// Returns the minutes of a meeting as a first draft, with the sentences of the program.
pub fn minutes_of(dossier: &Dossier) -> Document {
    let brief = Brief {
        dossier,
        phrases: &Phrases::default(),
        matters: &Matters::default(),
        today: day(2023, 7, 12),
    };
    paper(PaperKind::Minutes.into(), Stage::Draft(1), &brief)
}

/// Returns where a fixture lies.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// Holds a document against the Markdown that is kept of it; `GOLDEN=write` keeps it anew.
pub fn golden(name: &str, document: &Document) {
    let path = fixture("papers").join(name);
    let text = markdown(document);
    if std::env::var_os("GOLDEN").is_some_and(|value| value == "write") {
        write_atomically(&path, text.as_bytes(), true).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, kept, "{}", path.display());
}
