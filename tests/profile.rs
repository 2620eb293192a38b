//! The form of a document follows its day, and every measure of it is data.
use chrono::NaiveDate;
use giaoban::papers::outline::roman;
use giaoban::papers::profile::{self, Align, Element};
use giaoban::papers::typeface::Face;

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

#[test]
fn the_last_day_of_a_guidance_is_still_its_own() {
    assert_eq!(profile::of(day("2023-07-11")).name, "36-HD/VPTW");
    assert_eq!(profile::of(day("2026-05-26")).name, "36-HD/VPTW");
    assert_eq!(profile::of(day("2026-05-27")).name, "05-HD/VPTW");
    assert_eq!(profile::of(day("2031-01-01")).name, "05-HD/VPTW");
    assert_eq!(
        profile::of(day("1999-01-01")).name,
        "36-HD/VPTW",
        "what is older than all of them takes the oldest"
    );
}

#[test]
fn what_the_guidances_share_stands_once_and_what_differs_is_their_own() {
    let [old, new] = profile::all() else {
        panic!("two guidances");
    };
    assert_eq!(old.end.recipient_separator, ",");
    assert_eq!(new.end.recipient_separator, ";");
    assert_eq!((old.style.body.line, new.style.body.line), (18, 19));
    assert_eq!(old.page, new.page);
    for element in Element::ALL {
        let (before, after) = (old.style.of(*element), new.style.of(*element));
        assert_eq!((before.size, before.bold), (after.size, after.bold));
    }
}

/// 36-HD/VPTW, II.1 and appendix 3, as `guide/domain.md` §1.2 and §1.3 have them.
#[test]
fn the_measures_are_those_of_the_guidance() {
    let form = profile::of(day("2023-07-11"));
    let page = form.page;
    assert_eq!((page.width, page.height), (11_906, 16_838));
    assert_eq!(
        (page.top, page.bottom, page.left, page.right),
        (1_134, 1_134, 1_701, 850)
    );
    assert_eq!(page.text(), 9_355);
    assert_eq!(form.head.left_column + form.head.right_column, page.text());
    let of = |element| form.style.of(element);
    assert_eq!(
        (of(Element::Party).size, of(Element::Party).bold),
        (15, true)
    );
    assert!(!of(Element::Superior).bold && of(Element::Organ).bold);
    assert!(of(Element::PlaceDate).italic && of(Element::Draft).italic);
    assert!((15..=16).contains(&of(Element::DocType).size));
    assert!((14..=15).contains(&of(Element::Subject).size));
    assert!((14..=15).contains(&of(Element::Body).size));
    assert_eq!(of(Element::Body).align, Align::Both);
    assert_eq!(of(Element::Body).first_line, 567);
    assert!(of(Element::Body).line >= 18 && of(Element::Body).before >= 120);
    assert!(of(Element::Authority).bold && !of(Element::Position).bold);
    assert_eq!(of(Element::Recipients).size, 12);
    assert!(of(Element::RecipientsLabel).underline);
}

#[test]
fn a_page_on_its_side_keeps_the_margin_where_it_is_bound() {
    let page = profile::of(day("2023-07-11")).page;
    let turned = page.turned();
    assert_eq!((turned.width, turned.height), (page.height, page.width));
    assert_eq!((turned.top, turned.bottom), (page.left, page.right));
}

#[test]
fn a_number_has_no_colon_and_two_digits_and_a_draft_has_a_blank() {
    let number = &profile::of(day("2023-07-11")).number;
    assert_eq!(number.of(Some(5), "BB", "BTCTU"), "Số 05-BB/BTCTU");
    assert_eq!(number.of(Some(1742), "CV", "BTCTU"), "Số 1742-CV/BTCTU");
    assert_eq!(number.of(None, "TB", "BTCTU"), "Số ......-TB/BTCTU");
}

#[test]
fn a_profile_with_a_word_that_nobody_knows_is_refused() {
    let file = include_str!("../src/templates/profiles.toml");
    let wrong = file.replace("signature_lines", "signature_rows");
    assert!(profile::read(&wrong).is_err());
}

#[test]
fn roman_numbers_are_right_as_far_as_sections_go() {
    let written: Vec<String> = [1, 4, 9, 14, 40, 99].into_iter().map(roman).collect();
    assert_eq!(written, ["I", "IV", "IX", "XIV", "XL", "XCIX"]);
}

/// The widths that were measured with the letters of Times (`guide/domain.md` §1.3), but for the kerning that Word leaves out.
#[test]
fn the_typeface_is_as_wide_as_times() {
    let near = |measured: u32, said: u32| measured.abs_diff(said) <= 25;
    let party = Face::Bold.width("ĐẢNG CỘNG SẢN VIỆT NAM", 15);
    assert!(near(party, 4_120), "{party}");
    let superior = Face::Regular.width("THÀNH ỦY THỦ ĐỨC", 14);
    assert!(near(superior, 2_757), "{superior}");
    let day = Face::Italic.width("Thủ Đức, ngày 11 tháng 7 năm 2023", 14);
    assert!(near(day, 4_098), "{day}");
}

#[test]
fn every_vietnamese_letter_has_a_glyph_in_every_face() {
    let vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
    let upper = vowels.to_uppercase();
    for letter in vowels.chars().chain(upper.chars()) {
        for face in Face::ALL {
            assert!(face.has(letter), "{letter} {face:?}");
        }
    }
}
