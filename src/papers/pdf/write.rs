//! The file: krilla writes the pages with the faces that they use.

use chrono::Datelike;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::boxes::{Bookmark, Page, Rule, Run, Turn};
use super::letters::{glyphs, twips};
use super::structure::Structure;
use crate::papers::document::Document;
use crate::papers::typeface::Face;

/// The most letters of a title in the outline and the properties: PDF/A bounds the length of a string.
const LONGEST: usize = 300;

/// What a letter for private use is in the file.
const BOX: &str = "□";

/// Returns the bytes of the pages as a file.
pub(super) fn file(document: &Document, pages: &[Page]) -> anyhow::Result<Vec<u8>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| anyhow::anyhow!("{why:?}"))?;
    let mut file = krilla::Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut fonts = Fonts::default();
    let mut structure = Structure::default();
    for page in pages {
        let (width, height) = (page.form.width.into(), page.form.height.into());
        let settings = PageSettings::from_wh(points(width), points(height));
        let mut sheet = file.start_page_with(settings.unwrap_or_default());
        let mut surface = sheet.surface();
        for runs in page.runs.chunk_by(|a, b| a.part == b.part) {
            draw_part(&mut surface, runs, &mut fonts, &mut structure)?;
        }
        surface.start_tagged(decoration(ArtifactType::PageNumber));
        if let Some(run) = &page.number {
            draw(&mut surface, run, &fonts.of(run.face)?);
        }
        surface.end_tagged();
        surface.start_tagged(decoration(ArtifactType::Layout));
        for path in page.rules.iter().filter_map(path) {
            surface.draw_path(&path);
        }
        surface.end_tagged();
        surface.finish();
        sheet.finish();
    }
    file.set_metadata(metadata(document));
    file.set_outline(outline(document, pages));
    file.set_tag_tree(structure.tree());
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

/// Draws runs of one part, or decoration that no reader is told.
fn draw_part(
    surface: &mut Surface,
    runs: &[Run],
    fonts: &mut Fonts,
    structure: &mut Structure,
) -> anyhow::Result<()> {
    let part = runs.first().and_then(|run| run.part);
    let tag = match part {
        Some(_) => ContentTag::Other,
        None => decoration(ArtifactType::Other),
    };
    let piece = surface.start_tagged(tag);
    for run in runs {
        draw(surface, run, &fonts.of(run.face)?);
    }
    surface.end_tagged();
    if let Some(part) = part {
        structure.push(part, piece);
        for run in runs {
            structure.say(part, &run.text);
        }
    }
    Ok(())
}

fn decoration(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// A letter for private use means something else to everybody, and PDF/A allows none; it is drawn as a box in any case.
fn is_nameless(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fffe}'..='\u{ffff}')
}

fn draw(surface: &mut Surface, run: &Run, font: &Font) {
    let size = f64::from(run.size) * 20.0;
    let mut stiff = run.stiff;
    let named = run.text.replace(is_nameless, BOX);
    let glyphs = glyphs(&named, run.face).into_iter();
    let glyphs: Vec<KrillaGlyph> = glyphs
        .map(|(glyph, range)| {
            let mut advance = twips(glyph.advance, run.face, run.size);
            if named.as_bytes().get(range.start) == Some(&b' ') {
                if stiff == 0 {
                    advance += run.stretch;
                }
                stiff = stiff.saturating_sub(1);
            }
            let id = GlyphId::new(glyph.id.into());
            KrillaGlyph::new(id, single(advance / size), 0.0, 0.0, 0.0, range, None)
        })
        .collect();
    let [x, y] = [run.x, run.y].map(points);
    let put = |surface: &mut Surface, x, y| {
        let start = Point::from_xy(x, y);
        surface.draw_glyphs(start, &glyphs, font.clone(), &named, run.size.into(), false);
    };
    let quarter = match run.turn {
        Turn::Upright => return put(surface, x, y),
        Turn::Right => 1.0,
        Turn::Left => -1.0,
    };
    surface.push_transform(&Transform::from_row(0.0, quarter, -quarter, 0.0, x, y));
    put(surface, 0.0, 0.0);
    surface.pop();
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
        .title(title(document))
        .creator(env!("CARGO_PKG_NAME").to_owned())
        .producer(env!("CARGO_PKG_NAME").to_owned())
        .language("vi".to_owned())
        .creation_date(created);
    if !document.author.is_empty() {
        metadata = metadata.authors(vec![short(&document.author)]);
    }
    metadata
}

/// Returns the outline; a deeper entry is a child of the entry before it. A document without headings has its name.
fn outline(document: &Document, pages: &[Page]) -> Outline {
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
    if tops.is_empty() {
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        tops.push(OutlineNode::new(title(document), top));
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

/// Returns the title of the file, which a reader shows in its window.
fn title(document: &Document) -> String {
    let title = short(&document.title);
    if title.is_empty() {
        env!("CARGO_PKG_NAME").to_owned()
    } else {
        title
    }
}

/// Returns the beginning of a text on one line.
pub(super) fn short(text: &str) -> String {
    let line = crate::text::clean::composed_line(text);
    let mut letters = line.chars();
    let mut beginning: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        beginning.push('…');
    }
    beginning
}
