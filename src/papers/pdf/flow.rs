//! Pages from strips: each page is filled from the top, and bonded strips stay together.

use super::blocks::{Sheet, number, room, sheets};
use super::boxes::{Bookmark, Page, Rule, Strip};
use crate::papers::document::Document;
use crate::papers::profile;

/// Returns the pages of a document.
pub fn pages(document: &Document) -> Vec<Page> {
    let mut press = Press {
        document,
        pages: Vec::new(),
        leaf: Leaf::default(),
    };
    for sheet in sheets(document) {
        press.sheet(sheet);
    }
    if press.pages.is_empty() {
        press.print(document.profile().page);
    }
    press.pages
}

/// Where the next strip goes on the page that is being filled, from the upper left corner of its text.
#[derive(Default)]
struct Leaf {
    y: f64,
    is_begun: bool,
    content: Strip,
    bookmarks: Vec<Bookmark>,
    /// The rule that closes the table if the page ends here.
    edge: Option<Rule>,
}

/// Fills page after page.
struct Press<'a> {
    document: &'a Document,
    pages: Vec<Page>,
    leaf: Leaf,
}

impl Press<'_> {
    /// Prints a sheet. Bonded strips go on one page, unless they are higher than a page: then they are split where a
    /// page is full.
    fn sheet(&mut self, sheet: Sheet) {
        let height = room(sheet.form).height;
        // The space above the first strip of a sheet is kept; above the first strip of a later page it is dropped.
        self.leaf.y = sheet.strips.first().map_or(0.0, |strip| strip.before);
        let mut chain: Vec<Strip> = Vec::new();
        let last = sheet.strips.len().saturating_sub(1);
        for (position, strip) in sheet.strips.into_iter().enumerate() {
            let is_end = !strip.is_bonded || position == last;
            chain.push(strip);
            if is_end {
                let chain = std::mem::take(&mut chain);
                if !self.fits(&chain, height) && needs(&chain, true) <= height {
                    self.print(sheet.form);
                }
                for strip in chain {
                    if !self.fits(std::slice::from_ref(&strip), height) {
                        self.print(sheet.form);
                    }
                    self.leaf.put(strip);
                }
            }
        }
        if self.leaf.is_begun {
            self.print(sheet.form);
        }
    }

    /// Whatever stands first on a page fits.
    fn fits(&self, chain: &[Strip], height: f64) -> bool {
        !self.leaf.is_begun || self.leaf.y + needs(chain, false) <= height
    }

    /// Ends the page, with its margins on the side where it is bound and its number.
    fn print(&mut self, form: profile::Page) {
        let leaf = std::mem::take(&mut self.leaf);
        let count = self.pages.len() + 1;
        let is_back = self.document.house.two_sided && count.is_multiple_of(2);
        let form = if is_back { mirrored(form) } else { form };
        let (left, top) = (f64::from(form.left), f64::from(form.top));
        let mut content = leaf.content;
        content
            .rules
            .extend(leaf.edge.map(|edge| Rule { y: leaf.y, ..edge }));
        let mut page = Strip::default();
        page.lay(content, left, top);
        let first = usize::from(form.number_from_page);
        let is_numbered = first > 0 && count >= first;
        let number = is_numbered.then(|| {
            let mut strip = Strip::default();
            let style = self.document.profile().style.page_number;
            strip.lay(number(count, form, style), left, 0.0);
            strip.runs.pop()
        });
        let bookmarks = leaf.bookmarks.into_iter().map(|mark| Bookmark {
            y: mark.y + top,
            ..mark
        });
        self.pages.push(Page {
            form,
            number: number.flatten(),
            runs: page.runs,
            rules: page.rules,
            bookmarks: bookmarks.collect(),
        });
    }
}

impl Leaf {
    fn put(&mut self, strip: Strip) {
        if self.is_begun {
            self.y += strip.before;
        } else if let Some(head) = &strip.head {
            self.lay(Strip::clone(head));
        }
        if strip.goes_on && !self.is_begun {
            self.content
                .rules
                .extend(strip.edge.map(|edge| Rule { y: self.y, ..edge }));
        }
        self.is_begun = true;
        self.lay(strip);
    }

    fn lay(&mut self, mut strip: Strip) {
        self.edge = strip.edge;
        self.bookmarks.extend(
            strip
                .bookmark
                .take()
                .map(|mark| Bookmark { y: self.y, ..mark }),
        );
        let height = strip.height;
        self.content.lay(strip, 0.0, self.y);
        self.y += height;
    }
}

/// Returns the room that strips need under one another, at the top of a page or below something.
fn needs(chain: &[Strip], is_top: bool) -> f64 {
    let height: f64 = chain.iter().map(|strip| strip.before + strip.height).sum();
    let edge = |strip: &Strip| strip.edge.map_or(0.0, |edge| edge.height);
    let last = chain.last().map_or(0.0, edge);
    let first = chain.first().filter(|_| is_top);
    let saved = first.map_or(0.0, |strip| strip.before);
    let head = first.and_then(|strip| strip.head.as_deref());
    height + last - saved + head.map_or(0.0, |head| head.height)
}

fn mirrored(form: profile::Page) -> profile::Page {
    profile::Page {
        left: form.right,
        right: form.left,
        ..form
    }
}
