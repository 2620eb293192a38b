//! Biên bản: the minutes of a meeting, section by section as the worked example has them (`domain.md` §2.2).

use super::document::{Block, Column, Document, Letterhead, Signature, Table};
use super::sentences::{BLANK, committee, delegate, ended, open_ended, or_blank};
use crate::meeting::actions;
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::code::{AttendanceKind, ItemKind, NoteKind, Rank, SeatGroup};
use crate::meeting::conclusions;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call::{self, Counts, Standing};
use crate::meeting::rows::{Action, AgendaItem, AttendanceEvent, Note, Seat};
use crate::text::dates::{count, hour, long_date, long_time, short_date};

/// Returns the minutes of a meeting.
pub fn minutes(dossier: &Dossier) -> Document {
    let mut blocks = head(dossier);
    blocks.extend(particulars(dossier));
    blocks.extend(participants(dossier));
    blocks.extend(proceedings(dossier));
    blocks.extend(conclusion(dossier));
    blocks.extend(end(dossier));
    blocks.extend(attendance_annex(dossier));
    blocks.extend(action_annex(dossier));
    Document {
        title: format!("Biên bản {}", dossier.meeting.title),
        dated: dossier.meeting.starts.date_naive().to_string(),
        blocks,
    }
}

fn head(dossier: &Dossier) -> Vec<Block> {
    let issuer = &dossier.issuer;
    let day = dossier.meeting.starts.date_naive();
    let mut blocks = vec![Block::Letterhead(Letterhead {
        superior: issuer.superior.clone(),
        organ: issuer.organ.clone(),
        number: format!("Số {BLANK}-BB/{}", issuer.symbol),
        party: "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
        place_date: format!("{}, {}", issuer.place, long_date(day)),
    })];
    if dossier.meeting.sample {
        blocks.push(Block::Mark("DỰ THẢO - DỮ LIỆU MẪU".to_owned()));
    }
    blocks.push(Block::Title {
        kind: "BIÊN BẢN".to_owned(),
        subject: dossier.meeting.title.clone(),
    });
    blocks
}

/// Time, place, content, chair, recorder, documents, recording.
fn particulars(dossier: &Dossier) -> Vec<Block> {
    let meeting = &dossier.meeting;
    let began = meeting.opened.map_or_else(|| BLANK.to_owned(), long_time);
    let person = |name: &Option<String>, office: &Option<String>| {
        format!(
            "Đồng chí {}, {}",
            or_blank(name.as_deref()),
            or_blank(office.as_deref())
        )
    };
    let recorded = match meeting.recorded {
        Some(true) => "Có",
        Some(false) => "Không",
        None => BLANK,
    };
    let day = long_date(meeting.opened.unwrap_or(meeting.starts).date_naive());
    let lines = [
        ("Thời gian", format!("Bắt đầu vào hồi {began}, {day}")),
        ("Địa điểm", or_blank(meeting.venue.as_deref()).to_owned()),
        ("Nội dung", meeting.content.clone()),
        (
            "Người chủ trì",
            person(&meeting.chair, &meeting.chair_office),
        ),
        (
            "Người ghi biên bản",
            person(&meeting.recorder, &meeting.recorder_office),
        ),
        (
            "Tài liệu sử dụng trong hội nghị",
            or_blank(meeting.documents.as_deref()).to_owned(),
        ),
        ("Ghi âm, ghi hình", recorded.to_owned()),
    ];
    lines
        .into_iter()
        .map(|(name, value)| Block::Item(full_stop(&format!("{name}: {value}"))))
        .collect()
}

fn participants(dossier: &Dossier) -> Vec<Block> {
    let counts = roll_call::counts(dossier);
    let mut blocks = vec![
        Block::Section("I- THÀNH PHẦN HỘI NGHỊ".to_owned()),
        Block::Heading("1. Thành phần triệu tập".to_owned()),
    ];
    let delegations = roll_call::delegations(dossier);
    let (hosts, invited): (Vec<&Seat>, Vec<&Seat>) = delegations
        .into_iter()
        .partition(|seat| seat.seat_group == SeatGroup::Host);
    blocks.extend(
        hosts
            .iter()
            .map(|seat| Block::Item(delegation(seat, "có mặt "))),
    );
    blocks.push(Block::Item(attendance(&counts)));
    let exceptions = roll_call::wards(dossier)
        .into_iter()
        .filter_map(|seat| exception(dossier, seat));
    let (absent, replaced): (Vec<Exception>, Vec<Exception>) =
        exceptions.partition(|exception| exception.is_absent);
    blocks.extend(
        absent
            .into_iter()
            .chain(replaced)
            .map(|exception| Block::Item(exception.sentence)),
    );
    blocks.extend(comings(dossier).into_iter().map(Block::Item));
    blocks.push(Block::Paragraph(
        "(Danh sách kèm theo - Phụ lục 1.)".to_owned(),
    ));
    if !invited.is_empty() {
        blocks.push(Block::Heading("2. Đại biểu mời dự".to_owned()));
        blocks.extend(invited.iter().map(|seat| Block::Item(delegation(seat, ""))));
    }
    blocks
}

fn delegation(seat: &Seat, verb: &str) -> String {
    let number = seat.attended.map_or_else(
        || BLANK.to_owned(),
        |n| count(usize::try_from(n).unwrap_or(0)),
    );
    full_stop(&format!("{}: {verb}{number} đồng chí", seat.name))
}

/// The sentence of the counts: triệu tập = có mặt + vắng + chưa điểm danh.
fn attendance(counts: &Counts) -> String {
    let mut parts = vec![
        format!("Bí thư {}", count(counts.secretary)),
        format!("Phó Bí thư Thường trực {}", count(counts.deputy)),
    ];
    if counts.unranked > 0 {
        parts.push(format!("chưa ghi chức vụ {}", count(counts.unranked)));
    }
    parts.extend([
        format!("dự thay {}", count(counts.substitute)),
        format!("đến muộn {}", count(counts.late)),
        format!("về sớm {}", count(counts.left)),
    ]);
    let not_marked = if counts.not_marked > 0 {
        format!("; chưa điểm danh {}", count(counts.not_marked))
    } else {
        String::new()
    };
    format!(
        "Bí thư hoặc Phó Bí thư Thường trực Đảng ủy {} phường: triệu tập {}; có mặt {} (trong đó: {}); \
         vắng mặt {} (có phép {}; không phép {}){not_marked}.",
        count(counts.roster),
        count(counts.roster),
        count(counts.present),
        parts.join("; "),
        count(counts.absent),
        count(counts.excused),
        count(counts.absent - counts.excused),
    )
}

/// A seat that the minutes name: nobody sat on it, or somebody else than was summoned.
struct Exception {
    is_absent: bool,
    sentence: String,
}

fn exception(dossier: &Dossier, seat: &Seat) -> Option<Exception> {
    let event = roll_call::base(dossier, seat.id)?;
    let committee = committee(&seat.name);
    let absent = |why: String| {
        let secretary = or_blank(seat.secretary.as_deref());
        let sentence = format!(
            "Vắng mặt: Đồng chí {secretary}, Bí thư {committee} - {why}; không cử người dự thay."
        );
        Some(Exception {
            is_absent: true,
            sentence,
        })
    };
    match roll_call::standing(dossier, seat.id) {
        Standing::Excused => absent(format!(
            "lý do: {}",
            open_ended(or_blank(event.reason.as_deref()))
        )),
        Standing::Absent => absent("không phép".to_owned()),
        Standing::Substitute | Standing::Present(Some(Rank::Other)) => {
            let person = or_blank(event.person.as_deref());
            let office = or_blank(event.office.as_deref());
            let whom = open_ended(or_blank(
                event.on_behalf.as_deref().or(seat.secretary.as_deref()),
            ));
            let sentence = format!(
                "Dự thay: Đồng chí {person}, {office} {committee}, dự thay đồng chí {whom}."
            );
            Some(Exception {
                is_absent: false,
                sentence,
            })
        }
        Standing::NotMarked
        | Standing::Present(Some(Rank::Secretary | Rank::StandingDeputy) | None) => None,
    }
}

/// The sentences of those who came late and of those who left early.
fn comings(dossier: &Dossier) -> Vec<String> {
    let list = |event: fn(&Dossier, crate::meeting::cell::Id<Seat>) -> Option<&AttendanceEvent>| -> Vec<String> {
        let wards = roll_call::wards(dossier);
        wards
            .into_iter()
            .filter(|seat| roll_call::standing(dossier, seat.id).is_represented())
            .filter_map(|seat| event(dossier, seat.id).map(|event| (seat, event)))
            .map(|(seat, event)| {
                let reason = event.reason.as_deref().map(|reason| format!(", lý do: {reason}")).unwrap_or_default();
                format!("{} ({}{reason})", committee(&seat.name), long_time(event.at))
            })
            .collect()
    };
    [
        ("Đến muộn", list(roll_call::late)),
        ("Về sớm", list(roll_call::left)),
    ]
    .into_iter()
    .filter(|(_, who)| !who.is_empty())
    .map(|(what, who)| format!("{what}: {}.", who.join("; ")))
    .collect()
}

fn proceedings(dossier: &Dossier) -> Vec<Block> {
    let mut blocks = vec![Block::Section("II- DIỄN BIẾN HỘI NGHỊ".to_owned())];
    let items = agenda::items(dossier)
        .into_iter()
        .filter(|item| item.kind != ItemKind::Conclusion);
    for (number, item) in (1..).zip(items) {
        let time = agenda::began(dossier, item.id)
            .map(|at| format!(" ({})", hour(at)))
            .unwrap_or_default();
        blocks.push(Block::Heading(format!("{number}. {}{time}", item.title)));
        blocks.extend(item_body(dossier, number, item));
    }
    let loose = notes_of(dossier, |note| note.item.is_none());
    blocks.extend(
        loose
            .into_iter()
            .map(|note| Block::Item(remark(dossier, note))),
    );
    blocks
}

fn item_body(dossier: &Dossier, number: usize, item: &AgendaItem) -> Vec<Block> {
    let notes = notes_of(dossier, |note| note.item == Some(item.id));
    if let Some(reason) = item
        .skipped
        .as_deref()
        .filter(|_| agenda::state(dossier, item) == ItemState::Skipped)
    {
        return vec![Block::Paragraph(full_stop(&format!(
            "Không thực hiện: {}",
            or_blank(Some(reason))
        )))];
    }
    match item.kind {
        ItemKind::Discussion => discussion(dossier, number, &notes),
        ItemKind::Answers => notes
            .into_iter()
            .map(|note| Block::Item(answer(dossier, note)))
            .collect(),
        ItemKind::Opening
        | ItemKind::Report
        | ItemKind::Documents
        | ItemKind::Conclusion
        | ItemKind::Pause
        | ItemKind::Other => notes
            .into_iter()
            .map(|note| Block::Item(remark(dossier, note)))
            .collect(),
    }
}

/// Turn by turn: who spoke, then what was said, each line by its kind.
fn discussion(dossier: &Dossier, number: usize, notes: &[&Note]) -> Vec<Block> {
    let turns: Vec<&[&Note]> = notes.chunk_by(|a, b| a.seat == b.seat).collect();
    let seats: Vec<_> = turns
        .iter()
        .filter_map(|turn| turn.first().and_then(|note| note.seat))
        .collect();
    let mut different = seats.clone();
    different.sort_unstable();
    different.dedup();
    let mut blocks = Vec::new();
    if !seats.is_empty() {
        blocks.push(Block::Paragraph(format!(
            "Có {} lượt ý kiến của đại diện Thường trực Đảng ủy {} phường:",
            count(seats.len()),
            count(different.len())
        )));
    }
    let mut spoken = 0;
    for turn in turns {
        match turn
            .first()
            .and_then(|note| note.seat)
            .and_then(|seat| dossier.seats.get(seat))
        {
            Some(seat) => {
                spoken += 1;
                let who = delegate(seat, roll_call::base(dossier, seat.id));
                blocks.push(Block::Speaker(format!("{number}.{spoken}. {who}")));
                blocks.extend(turn.iter().map(|note| Block::Item(said(note))));
            }
            None => blocks.extend(turn.iter().map(|note| Block::Item(remark(dossier, note)))),
        }
    }
    blocks
}

fn said(note: &Note) -> String {
    match kind_name(note.kind) {
        Some(kind) => ended(&format!("{kind}: {}", note.text), '.'),
        None => ended(&note.text, '.'),
    }
}

/// A line under an item where speakers are not listed one by one.
fn remark(dossier: &Dossier, note: &Note) -> String {
    let seat = note.seat.and_then(|seat| dossier.seats.get(seat));
    let who = match (seat, &note.speaker) {
        (Some(seat), _) => Some(delegate(seat, roll_call::base(dossier, seat.id))),
        (None, Some(name)) => Some(format!("Đồng chí {name}")),
        (None, None) => None,
    };
    let said = said(note);
    who.map_or(said.clone(), |who| format!("{who}: {said}"))
}

/// An answer names the ward that had asked.
fn answer(dossier: &Dossier, note: &Note) -> String {
    let seat = note.seat.and_then(|seat| dossier.seats.get(seat));
    match (note.kind, seat) {
        (NoteKind::Answer, Some(seat)) => ended(
            &format!(
                "Ý kiến {}: {} giải đáp: {}",
                committee(&seat.name),
                dossier.issuer.short_name,
                note.text
            ),
            '.',
        ),
        (NoteKind::Answer, None) => ended(
            &format!("{} giải đáp: {}", dossier.issuer.short_name, note.text),
            '.',
        ),
        (_, _) => remark(dossier, note),
    }
}

fn conclusion(dossier: &Dossier) -> Vec<Block> {
    let item = dossier
        .items
        .iter()
        .find(|item| item.kind == ItemKind::Conclusion);
    let time = item
        .and_then(|item| agenda::began(dossier, item.id))
        .map(|at| format!(" ({})", hour(at)))
        .unwrap_or_default();
    let mut blocks = vec![Block::Section(format!(
        "III- KẾT LUẬN CỦA CHỦ TRÌ HỘI NGHỊ{time}"
    ))];
    let lead = notes_of(dossier, |note| {
        item.is_some_and(|item| note.item == Some(item.id))
    });
    blocks.extend(lead.iter().map(|note| match note.seat {
        None if note.kind == NoteKind::Instruction => Block::Paragraph(ended(&note.text, '.')),
        Some(_) | None => Block::Item(remark(dossier, note)),
    }));
    let all = conclusions::in_order(dossier);
    let says_what_follows = lead
        .last()
        .is_some_and(|note| note.text.trim_end().ends_with(':'));
    if !all.is_empty() && !says_what_follows {
        blocks.push(Block::Paragraph(
            "Chủ trì hội nghị kết luận một số nội dung sau đây:".to_owned(),
        ));
    }
    let last = all.len();
    blocks.extend((1..).zip(all).map(|(number, conclusion)| {
        let mark = if number == last { '.' } else { ';' };
        Block::Paragraph(format!("{number}. {}", ended(&conclusion.text, mark)))
    }));
    blocks
}

fn end(dossier: &Dossier) -> Vec<Block> {
    let meeting = &dossier.meeting;
    let closed = meeting.closed.map_or_else(|| BLANK.to_owned(), long_time);
    let same_day = match (meeting.opened, meeting.closed) {
        (Some(opened), Some(closed)) if opened.date_naive() != closed.date_naive() => {
            long_date(closed.date_naive())
        }
        _ => "cùng ngày".to_owned(),
    };
    let signature = |role: &str, name: &Option<String>| Signature {
        role: role.to_owned(),
        name: or_blank(name.as_deref()).to_owned(),
    };
    vec![
        Block::Paragraph(format!(
            "Hội nghị kết thúc vào hồi {closed} {same_day}. Biên bản gồm {BLANK} trang, lập thành {BLANK} bản, \
             đã được đọc lại cho hội nghị nghe và nhất trí thông qua."
        )),
        Block::Signatures {
            left: signature("NGƯỜI GHI BIÊN BẢN", &meeting.recorder),
            right: signature("CHỦ TRÌ HỘI NGHỊ", &meeting.chair),
        },
    ]
}

/// Phụ lục 1: the roll, seat by seat.
fn attendance_annex(dossier: &Dossier) -> Vec<Block> {
    let counts = roll_call::counts(dossier);
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    let columns = vec![
        column("TT", 60),
        column("Đơn vị", 230),
        column("Họ và tên", 170),
        column("Chức vụ", 150),
        column("Trạng thái", 130),
        column("Giờ đến", 90),
        column("Ghi chú", 170),
    ];
    let rows = (1..)
        .zip(roll_call::wards(dossier))
        .map(|(number, seat)| roll_row(dossier, number, seat))
        .collect();
    let total = format!(
        "Triệu tập {} - Có mặt {} (dự thay {}, đến muộn {}, về sớm {}) - Vắng {} (có phép {}, không phép {}){}.",
        count(counts.roster),
        count(counts.present),
        count(counts.substitute),
        count(counts.late),
        count(counts.left),
        count(counts.absent),
        count(counts.excused),
        count(counts.absent - counts.excused),
        if counts.not_marked > 0 {
            format!(" - Chưa điểm danh {}", count(counts.not_marked))
        } else {
            String::new()
        },
    );
    vec![
        Block::Annex {
            number: "Phụ lục 1".to_owned(),
            title: "Danh sách điểm danh".to_owned(),
        },
        Block::Table(Table {
            columns,
            rows,
            total: Some(total),
        }),
    ]
}

fn roll_row(dossier: &Dossier, number: usize, seat: &Seat) -> Vec<String> {
    let base = roll_call::base(dossier, seat.id);
    let name = |name: &Option<String>| or_blank(name.as_deref()).to_owned();
    let (person, office, state) = match roll_call::standing(dossier, seat.id) {
        Standing::NotMarked => (String::new(), String::new(), "chưa điểm danh"),
        Standing::Present(Some(Rank::Secretary)) => {
            (name(&seat.secretary), "Bí thư".to_owned(), "có mặt")
        }
        Standing::Present(Some(Rank::StandingDeputy)) => (
            name(&seat.deputy),
            "Phó Bí thư Thường trực".to_owned(),
            "có mặt",
        ),
        Standing::Present(None) => (BLANK.to_owned(), BLANK.to_owned(), "có mặt"),
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => {
            let said = |value: fn(&AttendanceEvent) -> &Option<String>| {
                base.map_or(BLANK.to_owned(), |event| name(value(event)))
            };
            (
                said(|event| &event.person),
                said(|event| &event.office),
                "dự thay",
            )
        }
        Standing::Excused => (String::new(), String::new(), "vắng có phép"),
        Standing::Absent => (String::new(), String::new(), "vắng không phép"),
    };
    let late = roll_call::late(dossier, seat.id);
    // A mark made after the opening tells that somebody is there, not since when.
    let before_opening = |event: &&AttendanceEvent| {
        dossier
            .meeting
            .opened
            .is_none_or(|opened| event.at <= opened)
    };
    let there = base.filter(|event| {
        matches!(
            event.kind,
            AttendanceKind::Present | AttendanceKind::Substitute
        )
    });
    let came = late.or(there.filter(before_opening));
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(late.map(|_| "đến muộn".to_owned()));
    remarks.extend(
        roll_call::left(dossier, seat.id).map(|event| format!("về sớm {}", hour(event.at))),
    );
    remarks.extend(base.and_then(|event| event.reason.clone()));
    remarks.extend(
        base.and_then(|event| event.on_behalf.as_ref())
            .map(|whom| format!("dự thay {whom}")),
    );
    vec![
        count(number),
        committee(&seat.name),
        person,
        office,
        state.to_owned(),
        came.map(|event| hour(event.at)).unwrap_or_default(),
        remarks.join("; "),
    ]
}

/// Phụ lục 2: the actions, if there are any; one that all units owe is one line.
fn action_annex(dossier: &Dossier) -> Vec<Block> {
    let actions: Vec<&Action> = notes::stream(dossier)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Action(action) => Some(action),
            Entry::Note(_) | Entry::Conclusion(_) => None,
        })
        .collect();
    if actions.is_empty() {
        return Vec::new();
    }
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    let columns = vec![
        column("TT", 60),
        column("Mã", 110),
        column("Nội dung", 350),
        column("Đơn vị chủ trì", 230),
        column("Thời hạn", 120),
        column("Sản phẩm", 130),
    ];
    let rows = (1..)
        .zip(actions)
        .map(|(number, action)| action_row(dossier, number, action))
        .collect();
    vec![
        Block::Annex {
            number: "Phụ lục 2".to_owned(),
            title: "Bảng phân công nhiệm vụ".to_owned(),
        },
        Block::Table(Table {
            columns,
            rows,
            total: None,
        }),
    ]
}

fn action_row(dossier: &Dossier, number: usize, action: &Action) -> Vec<String> {
    let units = actions::units(dossier, action.id);
    let wards = roll_call::wards(dossier);
    let lead = if units.len() == wards.len() && units.len() > 1 {
        format!("Đảng ủy {} phường", count(units.len()))
    } else {
        let named = wards
            .into_iter()
            .filter(|seat| seat.unit.is_some_and(|unit| units.contains(&unit)));
        named
            .map(|seat| committee(&seat.name))
            .collect::<Vec<_>>()
            .join("; ")
    };
    vec![
        count(number),
        actions::code(action.number),
        ended(&action.text, '.'),
        lead,
        action.deadline.map_or_else(|| BLANK.to_owned(), short_date),
        or_blank(action.deliverable.as_deref()).to_owned(),
    ]
}

/// Returns how the minutes name what kind of thing was said; plain information needs no name.
fn kind_name(kind: NoteKind) -> Option<&'static str> {
    match kind {
        NoteKind::Result => Some("Kết quả nổi bật"),
        NoteKind::Difficulty => Some("Khó khăn, vướng mắc"),
        NoteKind::Experience => Some("Kinh nghiệm"),
        NoteKind::Proposal => Some("Kiến nghị, đề xuất"),
        NoteKind::Answer => Some("Giải đáp"),
        NoteKind::Instruction => Some("Chỉ đạo"),
        NoteKind::Document => Some("Triển khai văn bản"),
        NoteKind::Information => None,
    }
}

/// Returns the notes that a question keeps, in the order in which they were said.
fn notes_of(dossier: &Dossier, keep: impl Fn(&Note) -> bool) -> Vec<&Note> {
    notes::stream(dossier)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Note(note) if keep(note) => Some(note),
            Entry::Note(_) | Entry::Conclusion(_) | Entry::Action(_) => None,
        })
        .collect()
}

fn full_stop(text: &str) -> String {
    if text.ends_with(BLANK) {
        text.to_owned()
    } else {
        ended(text, '.')
    }
}
