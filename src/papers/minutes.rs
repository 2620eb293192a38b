//! Biên bản: the minutes of a meeting, section by section as the worked example has them (`domain.md` §2.2).

mod annexes;
mod participants;
mod proceedings;

use super::document::{Block, Document, House, Letterhead, Piece, Signature};
use super::profile;
use super::sentences::{BLANK, ended, or_blank};
use crate::meeting::agenda;
use crate::meeting::code::{ItemKind, NoteKind};
use crate::meeting::conclusions;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::rows::Note;
use crate::text::dates::{count, hour, long_date, long_time};

/// Returns the minutes of a meeting.
pub fn minutes(dossier: &Dossier) -> Document {
    let mut blocks = head(dossier);
    blocks.extend(particulars(dossier));
    blocks.extend(participants::participants(dossier));
    blocks.extend(proceedings::proceedings(dossier));
    blocks.extend(conclusion(dossier));
    blocks.extend(end(dossier));
    blocks.extend(annexes::attendance(dossier));
    blocks.extend(annexes::actions(dossier));
    Document {
        title: format!("Biên bản {}", dossier.meeting.title),
        author: dossier.issuer.full_name.clone(),
        dated: dossier.meeting.starts.date_naive(),
        house: House::of(&dossier.issuer),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
}

fn head(dossier: &Dossier) -> Vec<Block> {
    let issuer = &dossier.issuer;
    let day = dossier.meeting.starts.date_naive();
    let mut blocks = vec![Block::Letterhead(Letterhead {
        superior: issuer.superior.clone(),
        organ: issuer.organ.clone(),
        number: Some(profile::of(day).number.of(None, "BB", &issuer.symbol)),
        place_date: Some(format!("{}, {}", issuer.place, long_date(day))),
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
        "KẾT LUẬN CỦA CHỦ TRÌ HỘI NGHỊ{time}"
    ))];
    let lead = notes_of(dossier, |note| {
        item.is_some_and(|item| note.item == Some(item.id))
    });
    blocks.extend(lead.iter().map(|note| match note.seat {
        None if note.kind == NoteKind::Instruction => Block::Paragraph(ended(&note.text, '.')),
        Some(_) | None => Block::Item(proceedings::remark(dossier, note)),
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
    if all.is_empty() && lead.is_empty() {
        blocks.push(Block::Paragraph(BLANK.to_owned()));
    }
    let last = all.len();
    blocks.extend((1..).zip(all).map(|(number, conclusion)| {
        let mark = if number == last { '.' } else { ';' };
        Block::Numbered(ended(&conclusion.text, mark))
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
        authority: Some(role.to_owned()),
        position: None,
        name: or_blank(name.as_deref()).to_owned(),
    };
    vec![
        Block::Paragraph(format!(
            "Hội nghị kết thúc vào hồi {closed} {same_day}. Biên bản gồm {} trang, lập thành {} bản, \
             đã được đọc lại cho hội nghị nghe và nhất trí thông qua.",
            counted(meeting.pages),
            counted(meeting.copies)
        )),
        Block::Signatures {
            left: signature("NGƯỜI GHI BIÊN BẢN", &meeting.recorder),
            right: signature("CHỦ TRÌ HỘI NGHỊ", &meeting.chair),
        },
    ]
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

/// Returns a count of the minutes' own, or a blank to be filled in by hand.
fn counted(n: Option<i64>) -> String {
    n.and_then(|n| usize::try_from(n).ok())
        .map_or_else(|| BLANK.to_owned(), count)
}
