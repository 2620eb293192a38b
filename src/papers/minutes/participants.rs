//! Who took part: the delegations, the counts of the roll, and each exception by name.

use super::full_stop;
use crate::meeting::code::{Rank, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{self, Counts, Log, Standing};
use crate::meeting::rows::{AttendanceEvent, Seat};
use crate::papers::document::Block;
use crate::papers::sentences::{BLANK, committee, ended, on_behalf, open_ended, or_blank};
use crate::text::dates::{count, long_time};

/// Returns the section on who took part.
pub(super) fn participants(dossier: &Dossier) -> Vec<Block> {
    let counts = roll_call::counts(dossier);
    let mut blocks = vec![
        Block::Section("THÀNH PHẦN HỘI NGHỊ".to_owned()),
        Block::Heading("Thành phần triệu tập".to_owned()),
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
        blocks.push(Block::Heading("Đại biểu mời dự".to_owned()));
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
        count(counts.unexcused()),
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
            let whom = on_behalf(seat, event);
            let sentence = format!(
                "Dự thay: Đồng chí {person}, {office} {committee}, dự thay đồng chí {whom}"
            );
            let sentence = ended(&sentence, '.');
            Some(Exception {
                is_absent: false,
                sentence,
            })
        }
        Standing::NotMarked
        | Standing::Present(Some(Rank::Secretary | Rank::StandingDeputy) | None) => None,
    }
}

/// The sentences of those who came late, of those who left early, and of those who were out for an item.
fn comings(dossier: &Dossier) -> Vec<String> {
    let told = |tell: &dyn Fn(&Log) -> Vec<String>| -> Vec<String> {
        let seats = roll_call::wards(dossier).into_iter();
        let logs = seats.map(|seat| (seat, roll_call::log(dossier, seat.id)));
        logs.filter(|(_, log)| log.standing().is_represented())
            .flat_map(|(seat, log)| {
                let name = committee(&seat.name);
                let told = tell(&log).into_iter();
                told.map(move |told| format!("{name} ({told})"))
            })
            .collect()
    };
    let at = |event: Option<&AttendanceEvent>| -> Vec<String> {
        let told = event.map(|event| format!("{}{}", long_time(event.at), because(event)));
        told.into_iter().collect()
    };
    let out = |log: &Log| -> Vec<String> {
        let items = log.outs().filter_map(|event| {
            let item = dossier.items.get(event.item?)?;
            Some(format!("mục {}{}", item.position, because(event)))
        });
        items.collect()
    };
    let away = |log: &Log| -> Vec<String> {
        let breaks = log.breaks().into_iter();
        let told = breaks.map(|(left, back)| {
            format!(
                "{} - {}{}",
                long_time(left.at),
                long_time(back),
                because(left)
            )
        });
        told.collect()
    };
    [
        ("Đến muộn", told(&|log| at(log.late()))),
        ("Về sớm", told(&|log| at(log.left()))),
        ("Vắng một lúc", told(&away)),
        ("Vắng một mục", told(&out)),
    ]
    .into_iter()
    .filter(|(_, who)| !who.is_empty())
    .map(|(what, who)| format!("{what}: {}.", who.join("; ")))
    .collect()
}

fn because(event: &AttendanceEvent) -> String {
    let reason = event.reason.as_deref();
    reason.map_or_else(String::new, |reason| format!(", lý do: {reason}"))
}
