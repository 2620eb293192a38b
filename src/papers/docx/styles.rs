//! The styles of a DOCX (36-HD/VPTW, appendix 3): sizes in half points, distances in twips.

use super::xml::{DECLARATION, NAMESPACES};
use crate::papers::profile::Profile;

/// Returns the part of the styles for a profile.
pub(super) fn styles(profile: &Profile) -> String {
    let body = profile.style.body.size * 2;
    format!(
        r#"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="{body}"/><w:szCs w:val="{body}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>{}{}</w:styles>"#,
        head_styles(),
        body_styles(profile),
    )
}

/// Everything that is centred: the letterhead, the title, tables and signatures.
fn head_styles() -> String {
    let centred =
        |before: u16| format!(r#"<w:spacing w:before="{before}"/><w:jc w:val="center"/>"#);
    let cell = r#"<w:spacing w:before="40" w:after="40"/>"#;
    [
        style("Head", "Tiêu đề", &centred(0), &size(28)),
        style("HeadBold", "Tiêu đề đậm", &centred(0), &bold(28)),
        style("Party", "Đảng Cộng sản Việt Nam", &centred(0), &bold(30)),
        style("PlaceDate", "Địa danh ngày tháng", &centred(0), &italic(28)),
        style("Mark", "Dự thảo", &centred(240), &italic(28)),
        style("DocType", "Tên loại", &centred(240), &bold(32)),
        style("Subject", "Trích yếu", &centred(0), &bold(28)),
        style(
            "Signature",
            "Người ký",
            &format!("<w:keepNext/>{}", centred(0)),
            &bold(28),
        ),
        style("Cell", "Ô bảng", cell, &size(24)),
        style(
            "CellHead",
            "Đầu bảng",
            &format!(r#"{cell}<w:jc w:val="center"/>"#),
            &bold(24),
        ),
    ]
    .concat()
}

/// The text: first line 10 mm in, lines an exact height apart, both edges straight.
fn body_styles(profile: &Profile) -> String {
    let text = format!(
        r#"<w:spacing w:before="120" w:line="{}" w:lineRule="exact"/><w:ind w:firstLine="{}"/><w:jc w:val="both"/>"#,
        profile.style.body.line * 20,
        profile.style.body.first_line
    );
    let keep = format!("<w:keepNext/>{text}");
    [
        style("Section", "Mục", &keep, &bold(profile.style.body.size * 2)),
        style("Clause", "Khoản", &keep, &bold(profile.style.body.size * 2)),
        style(
            "Speaker",
            "Người phát biểu",
            &keep,
            &italic(profile.style.body.size * 2),
        ),
        style(
            "Text",
            "Nội dung",
            &text,
            &size(profile.style.body.size * 2),
        ),
    ]
    .concat()
}

fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"#
    )
}

fn size(half_points: u16) -> String {
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}

fn bold(half_points: u16) -> String {
    format!("<w:b/><w:bCs/>{}", size(half_points))
}

fn italic(half_points: u16) -> String {
    format!("<w:i/><w:iCs/>{}", size(half_points))
}
