//! Documents with every block of the form, dated under each guidance; who is named in them is nobody.

use chrono::NaiveDate;
use giaoban::papers::document::{
    Block, Column, Document, House, Letterhead, Piece, Row, Signature, Table,
};

/// A day of 36-HD and one of 05-HD.
pub fn days() -> [NaiveDate; 2] {
    [(2023, 7, 11), (2026, 7, 14)].map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap())
}

/// Returns a document of these blocks.
pub fn of(dated: NaiveDate, blocks: Vec<Block>) -> Document {
    Document {
        title: "Thông báo <kết luận> & \"giao ban\"".to_owned(),
        author: "Ban Tổ chức Ví Dụ".to_owned(),
        dated,
        house: House::default(),
        pieces: blocks.into_iter().map(Piece::from).collect(),
    }
}

/// Returns a document with every block that is not of minutes alone: an upright annex, then a wide one.
pub fn notice(dated: NaiveDate) -> Document {
    let mut blocks = head();
    blocks.extend(text());
    blocks.push(Block::Closing {
        recipients: [
            "Thường trực Thành ủy",
            "Đảng ủy 34 phường",
            "Lưu Ban Tổ chức",
        ]
        .map(str::to_owned)
        .to_vec(),
        signature: signature(
            Some("K/T TRƯỞNG BAN"),
            Some("PHÓ TRƯỞNG BAN"),
            "Lê Thị Ví Dụ",
        ),
    });
    blocks.extend(annex("Phụ lục 1", false, 2));
    blocks.extend(annex("Phụ lục 2", true, 2));
    of(dated, blocks)
}

/// Returns minutes: the same head and text over two names.
pub fn minutes(dated: NaiveDate) -> Document {
    let mut blocks = head();
    blocks.extend(text());
    blocks.push(Block::Signatures {
        left: signature(Some("NGƯỜI GHI BIÊN BẢN"), None, "Trần Văn Ví Dụ"),
        right: signature(Some("CHỦ TRÌ HỘI NGHỊ"), Some("TRƯỞNG BAN"), "Lê Thị Ví Dụ"),
    });
    of(dated, blocks)
}

pub fn head() -> Vec<Block> {
    vec![
        Block::Letterhead(Letterhead {
            superior: "THÀNH ỦY THỦ ĐỨC".to_owned(),
            organ: "BAN TỔ CHỨC".to_owned(),
            number: Some("Số 12-TB/BTCTU".to_owned()),
            place_date: Some("Thủ Đức, ngày 11 tháng 7 năm 2023".to_owned()),
            is_internal: false,
        }),
        Block::Draft("Dự thảo lần 2".to_owned()),
        Block::Mark("Dự thảo - Dữ liệu mẫu".to_owned()),
        Block::Title {
            kind: "THÔNG BÁO".to_owned(),
            subject: "Kết luận hội nghị giao ban công tác tổ chức xây dựng Đảng".to_owned(),
        },
    ]
}

pub fn text() -> Vec<Block> {
    let own = str::to_owned;
    vec![
        Block::Paragraph(own(
            "Ngày 11 tháng 7 năm 2023, theo Quy định số 58-QĐ/TW, đã họp.",
        )),
        Block::Section(own("Thành phần hội nghị")),
        Block::Heading(own("Thành phần triệu tập")),
        Block::Item(own("Lãnh đạo và chuyên viên: có mặt 11 đồng chí.")),
        Block::Section(own("Diễn biến hội nghị")),
        Block::Heading(own("Khai mạc")),
        Block::Numbered(own("Điều thứ nhất;")),
        Block::Item(own("Một ý ở giữa;")),
        Block::Numbered(own("Điều thứ hai.")),
        Block::Heading(own("Ý kiến trao đổi")),
        Block::Speaker(own("Đồng chí Nguyễn Ví Dụ")),
        Block::Item(own("Kết quả nổi bật: kết nạp 12/20 đảng viên.")),
        Block::Speaker(own("Đồng chí Phạm Ví Dụ")),
        Block::Numbered(own("Lại là điều thứ nhất.")),
    ]
}

pub fn annex(number: &str, is_wide: bool, rows: usize) -> Vec<Block> {
    let column = |title: &str, width: u16| Column {
        title: title.to_owned(),
        width,
    };
    let row = |number: usize| Row {
        cells: vec![
            format!("{number:02}"),
            format!("Đảng ủy phường Ví Dụ {number}"),
            "có mặt".to_owned(),
        ],
        source: None,
    };
    vec![
        Block::Annex {
            number: number.to_owned(),
            title: "Danh sách điểm danh".to_owned(),
            is_wide,
        },
        Block::Table(Table {
            columns: vec![
                column("TT", 65),
                column("Đơn vị", 635),
                column("Trạng thái", 300),
            ],
            rows: (1..=rows).map(row).collect(),
            total: Some(format!("Triệu tập {rows}.")),
        }),
    ]
}

pub fn signature(authority: Option<&str>, position: Option<&str>, name: &str) -> Signature {
    Signature {
        authority: authority.map(str::to_owned),
        position: position.map(str::to_owned),
        name: name.to_owned(),
    }
}
