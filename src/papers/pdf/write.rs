//! The file: krilla writes the pages with the faces that they use.

use chrono::Datelike;
use krilla::SerializeSettings;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::boxes::{Bookmark, Page, Rule, Run};
use super::letters::{glyphs, twips};
use crate::papers::document::Document;
use crate::papers::typeface::Face;

/// The most letters of a title in the outline and the properties: PDF/A bounds the length of a string.
const LONGEST: usize = 300;

/// Returns the bytes of the pages as a file.
pub(super) fn file(document: &Document, pages: &[Page]) -> anyhow::Result<Vec<u8>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_B)
        .finish()
        .map_err(|why| anyhow::anyhow!("{why:?}"))?;
    let mut file = krilla::Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut fonts = Fonts::default();
    for page in pages {
        let (width, height) = (page.form.width.into(), page.form.height.into());
        let settings = PageSettings::from_wh(points(width), points(height));
        let mut sheet = file.start_page_with(settings.unwrap_or_default());
        let mut surface = sheet.surface();
        for run in page.number.iter().chain(&page.runs) {
            draw(&mut surface, run, fonts.of(run.face)?);
        }
        for path in page.rules.iter().filter_map(path) {
            surface.draw_path(&path);
        }
        surface.finish();
        sheet.finish();
    }
    file.set_metadata(metadata(document));
    file.set_outline(outline(pages));
    Ok(file.finish()?)
}

/// The faces that have been used so far.
#[derive(Default)]
struct Fonts([Option<Font>; Face::ALL.len()]);

impl Fonts {
    fn of(&mut self, face: Face) -> anyhow::Result<Font> {
        let missing = || anyhow::anyhow!("Tinos: {face:?}");
        let place = self.0.get_mut(face as usize).ok_or_else(missing)?;
        if place.is_none() {
            *place = Font::new(face.bytes().into(), 0);
        }
        place.clone().ok_or_else(missing)
    }
}

fn draw(surface: &mut Surface, run: &Run, font: Font) {
    let size = f64::from(run.size) * 20.0;
    let mut stiff = run.stiff;
    let glyphs = glyphs(&run.text, run.face).into_iter();
    let glyphs: Vec<KrillaGlyph> = glyphs
        .map(|(glyph, range)| {
            let mut advance = twips(glyph.advance, run.face, run.size);
            if run.text.as_bytes().get(range.start) == Some(&b' ') {
                if stiff == 0 {
                    advance += run.stretch;
                }
                stiff = stiff.saturating_sub(1);
            }
            let id = GlyphId::new(glyph.id.into());
            KrillaGlyph::new(id, single(advance / size), 0.0, 0.0, 0.0, range, None)
        })
        .collect();
    let start = Point::from_xy(points(run.x), points(run.y));
    surface.draw_glyphs(start, &glyphs, font, &run.text, run.size.into(), false);
}

fn path(rule: &Rule) -> Option<Path> {
    let [x, y, width, height] = [rule.x, rule.y, rule.width, rule.height].map(points);
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

fn points(twips: f64) -> f32 {
    single(twips / 20.0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "places on a page need no more digits than the file holds"
)]
fn single(value: f64) -> f32 {
    value as f32
}

/// The day of the document is the day of the file, so that the same document gives the same bytes.
fn metadata(document: &Document) -> Metadata {
    let day = document.dated;
    let [month, of_month] = [day.month(), day.day()].map(|n| u8::try_from(n).unwrap_or(1));
    let created = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(month)
        .day(of_month);
    let mut metadata = Metadata::new()
        .title(short(&document.title))
        .creator(env!("CARGO_PKG_NAME").to_owned())
        .producer(env!("CARGO_PKG_NAME").to_owned())
        .language("vi".to_owned())
        .creation_date(created);
    if !document.author.is_empty() {
        metadata = metadata.authors(vec![short(&document.author)]);
    }
    metadata
}

/// Returns the outline; a deeper entry is a child of the entry before it.
fn outline(pages: &[Page]) -> Outline {
    let mut tops: Vec<OutlineNode> = Vec::new();
    for (position, page) in pages.iter().enumerate() {
        for mark in &page.bookmarks {
            let node = node(position, page, mark);
            match tops.last_mut() {
                Some(above) if mark.level > 0 => above.push_child(node),
                Some(_) | None => tops.push(node),
            }
        }
    }
    let mut outline = Outline::new();
    for top in tops {
        outline.push_child(top);
    }
    outline
}

fn node(position: usize, page: &Page, mark: &Bookmark) -> OutlineNode {
    let place = Point::from_xy(points(page.form.left.into()), points(mark.y));
    OutlineNode::new(short(&mark.title), XyzDestination::new(position, place))
}

/// Returns the beginning of a text on one line.
fn short(text: &str) -> String {
    let line = crate::text::clean::composed_line(text);
    let mut letters = line.chars();
    let mut beginning: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        beginning.push('…');
    }
    beginning
}
