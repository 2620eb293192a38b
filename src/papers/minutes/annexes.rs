//! The annexes: the roll seat by seat, and the actions one line each.

use crate::meeting::actions;
use crate::meeting::code::{AttendanceKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{self, Entry};
use crate::meeting::roll_call::{self, Standing};
use crate::meeting::rows::{Action, AttendanceEvent, Seat};
use crate::papers::document::{Block, Column, Row, Source, Table};
use crate::papers::sentences::{BLANK, committee, ended, on_behalf, or_blank};
use crate::text::dates::{count, hour, short_date};

/// Phụ lục 1: the roll, seat by seat.
pub(super) fn attendance(dossier: &Dossier) -> Vec<Block> {
    let counts = roll_call::counts(dossier);
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    let columns = vec![
        column("TT", 65),
        column("Đơn vị", 210),
        column("Họ và tên", 170),
        column("Chức vụ", 150),
        column("Trạng thái", 125),
        column("Giờ đến", 125),
        column("Ghi chú", 155),
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
        count(counts.unexcused()),
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
            is_wide: false,
        },
        Block::Table(Table {
            columns,
            rows,
            total: Some(total),
        }),
    ]
}

fn roll_row(dossier: &Dossier, number: usize, seat: &Seat) -> Row {
    let log = roll_call::log(dossier, seat.id);
    let base = log.base();
    let [person, office, state] = who_came(seat, base, log.standing());
    let late = log.late();
    let since = base.filter(|event| is_arrival(event, dossier));
    let left = log.left();
    let items: Vec<String> = log
        .outs()
        .filter_map(|event| dossier.items.get(event.item?))
        .map(|item| item.position.to_string())
        .collect();
    let out = (!items.is_empty()).then(|| format!("vắng mục {}", items.join(", ")));
    let away = log
        .breaks()
        .into_iter()
        .map(|(left, back)| format!("vắng từ {} đến {}", hour(left.at), hour(back)));
    let remarks = [
        late.map(|_| "đến muộn".to_owned()),
        left.map(|event| format!("về sớm {}", hour(event.at))),
        out,
        base.and_then(|event| event.reason.clone()),
        base.filter(|_| log.standing() == Standing::Substitute)
            .map(|event| format!("dự thay đồng chí {}", on_behalf(seat, event))),
    ]
    .into_iter()
    .flatten();
    let remarks: Vec<String> = remarks.chain(away).collect();
    let cells = vec![
        count(number),
        committee(&seat.name),
        person,
        office,
        state,
        late.or(since)
            .map(|event| hour(event.at))
            .unwrap_or_default(),
        remarks.join("; "),
    ];
    Row {
        cells,
        source: Some(Source::RollCall(Some(seat.id))),
    }
}

/// Says whether an entry tells when somebody arrived: only one made on the day, before the opening.
///
/// A later mark tells that somebody is there, not since when; one of the days before, that somebody will be.
fn is_arrival(event: &AttendanceEvent, dossier: &Dossier) -> bool {
    let came = matches!(
        event.kind,
        AttendanceKind::Present | AttendanceKind::Substitute
    );
    let (day, _) = roll_call::log::days(&dossier.meeting, event.at);
    let opened = dossier.meeting.opened;
    came && event.at.date_naive() == day && opened.is_none_or(|opened| event.at < opened)
}

/// Returns name, office and state of the one who came for a seat.
fn who_came(seat: &Seat, base: Option<&AttendanceEvent>, standing: Standing) -> [String; 3] {
    let known = |name: Option<&String>| or_blank(name.map(String::as_str)).to_owned();
    let (person, office, state) = match standing {
        Standing::NotMarked => (String::new(), String::new(), "chưa điểm danh"),
        Standing::Excused => (String::new(), String::new(), "vắng có phép"),
        Standing::Absent => (String::new(), String::new(), "vắng không phép"),
        Standing::Present(None) => (BLANK.to_owned(), BLANK.to_owned(), "có mặt"),
        Standing::Present(Some(Rank::Secretary)) => (
            known(seat.secretary.as_ref()),
            "Bí thư".to_owned(),
            "có mặt",
        ),
        Standing::Present(Some(Rank::StandingDeputy)) => (
            known(seat.deputy.as_ref()),
            "Phó Bí thư Thường trực".to_owned(),
            "có mặt",
        ),
        Standing::Present(Some(Rank::Other)) | Standing::Substitute => (
            known(base.and_then(|event| event.person.as_ref())),
            known(base.and_then(|event| event.office.as_ref())),
            "dự thay",
        ),
    };
    [person, office, state.to_owned()]
}

/// Phụ lục 2: the actions, if there are any; one that all units owe is one line.
pub(super) fn actions(dossier: &Dossier) -> Vec<Block> {
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
        column("TT", 65),
        column("Mã", 105),
        column("Nội dung", 320),
        column("Đơn vị chủ trì", 220),
        column("Thời hạn", 150),
        column("Sản phẩm", 140),
    ];
    let rows = (1..)
        .zip(actions)
        .map(|(number, action)| action_row(dossier, number, action))
        .collect();
    vec![
        Block::Annex {
            number: "Phụ lục 2".to_owned(),
            title: "Bảng phân công nhiệm vụ".to_owned(),
            is_wide: false,
        },
        Block::Table(Table {
            columns,
            rows,
            total: None,
        }),
    ]
}

fn action_row(dossier: &Dossier, number: usize, action: &Action) -> Row {
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
    let cells = vec![
        count(number),
        actions::code(action.number),
        ended(&action.text, '.'),
        lead,
        action.deadline.map_or_else(|| BLANK.to_owned(), short_date),
        or_blank(action.deliverable.as_deref()).to_owned(),
    ];
    Row {
        cells,
        source: Some(Source::Action(action.id)),
    }
}
