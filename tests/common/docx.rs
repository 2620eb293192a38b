//! Reads a DOCX back: its parts, its paragraphs as Word resolves their styles, and the numbers that Word counts.

use std::collections::BTreeMap;
use std::io::Read;

use giaoban::papers::profile::{Align, Style};
use roxmltree::{Document, Node};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a file, each with its text.
pub struct Package(pub BTreeMap<String, String>);

impl Package {
    /// Opens the bytes of a file.
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut part = String::new();
            file.read_to_string(&mut part).unwrap();
            (file.name().unwrap().into_owned(), part)
        });
        Self(parts.collect())
    }

    /// Returns a part as a tree.
    pub fn xml(&self, name: &str) -> Document<'_> {
        Document::parse(&self.0[name]).unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// Returns a part with an element on each line, for a picture of it.
    pub fn lines(&self, name: &str) -> String {
        self.0[name].replace("><", ">\n<")
    }
}

/// Returns the children of a name.
pub fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.has_tag_name((W, name)))
}

/// Returns the first child of a name.
pub fn child<'a>(node: Node<'a, 'a>, name: &'a str) -> Option<Node<'a, 'a>> {
    children(node, name).next()
}

/// Returns everything of a name below a node.
pub fn below<'a>(node: Node<'a, 'a>, name: &'a str) -> Vec<Node<'a, 'a>> {
    node.descendants()
        .filter(|node| node.has_tag_name((W, name)))
        .collect()
}

/// Returns an attribute.
pub fn attribute<'a>(node: Node<'a, 'a>, name: &'a str) -> Option<&'a str> {
    node.attribute((W, name))
}

/// Returns an attribute that is a number.
pub fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    node.attribute((W, name))
        .map(|value| value.parse().unwrap())
}

/// Returns the value of a child, if it is there.
pub fn value<'a>(node: Option<Node<'a, 'a>>, name: &'a str) -> Option<&'a str> {
    child(node?, name).and_then(|child| attribute(child, "val"))
}

/// Returns the words of a paragraph; a hyphen that does not break is a hyphen.
pub fn words(paragraph: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => words.push_str(node.text().unwrap_or_default()),
            "noBreakHyphen" => words.push('-'),
            "br" => words.push('\n'),
            "tab" => words.push('\t'),
            _ => {}
        }
    }
    words
}

/// Returns the style that a paragraph names.
pub fn style_of<'a>(paragraph: Node<'a, 'a>) -> &'a str {
    value(child(paragraph, "pPr"), "pStyle").unwrap_or("Normal")
}

/// Returns the definition of a style.
pub fn definition<'a>(styles: &'a Document<'a>, id: &str) -> Node<'a, 'a> {
    let all = below(styles.root(), "style");
    let found = all
        .into_iter()
        .find(|style| attribute(*style, "styleId") == Some(id));
    found.unwrap_or_else(|| panic!("no style {id}"))
}

/// Returns a property of a style, from itself or from what it is based on; `kind` is `pPr` or `rPr`.
pub fn property<'a>(
    styles: &'a Document<'a>,
    id: &str,
    kind: &'a str,
    name: &'a str,
) -> Option<Node<'a, 'a>> {
    let style = definition(styles, id);
    let own = child(style, kind).and_then(|properties| child(properties, name));
    own.or_else(|| {
        if let Some(base) = value(Some(style), "basedOn") {
            return property(styles, base, kind, name);
        }
        let defaults = below(styles.root(), "docDefaults").remove(0);
        let of_kind = below(defaults, kind);
        of_kind.into_iter().find_map(|node| child(node, name))
    })
}

/// Returns how a style looks, as the profile would say it.
pub fn look(styles: &Document<'_>, id: &str) -> Style {
    let letters = |name| property(styles, id, "rPr", name);
    let of = |name, which| {
        let node = property(styles, id, "pPr", name);
        let value = node.and_then(|node| number(node, which));
        u16::try_from(value.unwrap_or_default()).unwrap()
    };
    let size = |name| number(letters(name).unwrap(), "val").unwrap();
    assert_eq!(size("sz"), size("szCs"), "{id}");
    assert_eq!(letters("b").is_some(), letters("bCs").is_some(), "{id}");
    assert_eq!(letters("i").is_some(), letters("iCs").is_some(), "{id}");
    let line = of("spacing", "line");
    let rule = property(styles, id, "pPr", "spacing").and_then(|node| attribute(node, "lineRule"));
    assert_eq!(rule, (line > 0).then_some("exact"), "{id}");
    Style {
        size: u16::try_from(size("sz") / 2).unwrap(),
        bold: letters("b").is_some(),
        italic: letters("i").is_some(),
        underline: letters("u").is_some_and(|u| attribute(u, "val") == Some("single")),
        caps: letters("caps").is_some(),
        framed: property(styles, id, "pPr", "pBdr")
            .is_some_and(|frame| frame.children().count() == 4),
        align: match property(styles, id, "pPr", "jc").and_then(|jc| attribute(jc, "val")) {
            Some("center") => Align::Centre,
            Some("both") => Align::Both,
            _ => Align::Left,
        },
        first_line: of("ind", "firstLine"),
        before: of("spacing", "before"),
        after: of("spacing", "after"),
        line: line / 20,
        keep_next: property(styles, id, "pPr", "keepNext").is_some(),
    }
}

/// Counts the lists of a file as Word does, and returns each paragraph with the number before it.
pub fn counted(package: &Package) -> Vec<(String, String)> {
    let (main, styles) = (
        package.xml("word/document.xml"),
        package.xml("word/styles.xml"),
    );
    let lists = package.xml("word/numbering.xml");
    let mut counts = Counts::default();
    let mut all = Vec::new();
    for paragraph in below(main.root(), "p") {
        let own = child(paragraph, "pPr").and_then(|own| child(own, "numPr"));
        let place = own.or_else(|| property(&styles, style_of(paragraph), "pPr", "numPr"));
        let of = |name| value(place, name).and_then(|value| value.parse::<usize>().ok());
        let label = match of("numId") {
            None | Some(0) => String::new(),
            Some(list) => counts.next(&lists, list, of("ilvl").unwrap_or(0)),
        };
        all.push((label, words(paragraph)));
    }
    all
}

fn find<'a>(root: Node<'a, 'a>, name: &'a str, key: &str, id: &str) -> Node<'a, 'a> {
    let all = below(root, name);
    let found = all
        .into_iter()
        .find(|node| node.attribute((W, key)) == Some(id));
    found.unwrap_or_else(|| panic!("no {name} {id}"))
}

/// What has been counted: lists that share a pattern share their numbers, until one of them says where it begins.
#[derive(Default)]
struct Counts {
    patterns: BTreeMap<String, [Option<usize>; 9]>,
    begun: Vec<(usize, usize)>,
}

impl Counts {
    fn next(&mut self, lists: &Document<'_>, list: usize, level: usize) -> String {
        let root = lists.root();
        let instance = find(root, "num", "numId", &list.to_string());
        let pattern = value(Some(instance), "abstractNumId").unwrap().to_owned();
        let definition = find(root, "abstractNum", "abstractNumId", &pattern);
        let counts = self.patterns.entry(pattern).or_default();
        let anew = children(instance, "lvlOverride")
            .filter(|node| number(*node, "ilvl") == u32::try_from(level).ok())
            .find_map(|node| value(Some(node), "startOverride"));
        match anew {
            Some(start) if !self.begun.contains(&(list, level)) => {
                self.begun.push((list, level));
                counts[level] = Some(start.parse().unwrap());
            }
            Some(_) | None => counts[level] = Some(counts[level].map_or(1, |count| count + 1)),
        }
        for deeper in &mut counts[level + 1..] {
            *deeper = None;
        }
        let levels: Vec<Node<'_, '_>> = children(definition, "lvl").collect();
        assert_eq!(value(Some(levels[level]), "suff"), Some("space"));
        let mut label = value(Some(levels[level]), "lvlText").unwrap().to_owned();
        for (depth, at) in levels.iter().enumerate() {
            let count = counts[depth].unwrap_or(1);
            let written = match value(Some(*at), "numFmt") {
                Some("upperRoman") => giaoban::papers::outline::roman(count),
                _ => count.to_string(),
            };
            label = label.replace(&format!("%{}", depth + 1), &written);
        }
        label
    }
}

/// The order in which the schema has the properties of an element (ECMA-376, part 1, annex A); what is not listed is
/// not written.
const ORDERS: &[(&str, &str)] = &[
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    ),
    ("rPr", "rStyle rFonts b bCs i iCs caps color sz szCs u lang"),
    ("pBdr", "top left bottom right"),
    (
        "tblPr",
        "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    ),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tblCellMar", "top left bottom right"),
    ("tbl", "tblPr tblGrid tr"),
    ("tr", "trPr tc"),
    ("tcPr", "tcW"),
    ("tc", "tcPr p"),
    ("sectPr", "headerReference type pgSz pgMar titlePg"),
    (
        "style",
        "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    ),
    ("styles", "docDefaults style"),
    ("docDefaults", "rPrDefault pPrDefault"),
    ("numbering", "abstractNum num"),
    ("abstractNum", "nsid multiLevelType lvl"),
    ("lvl", "start numFmt pStyle suff lvlText lvlJc pPr"),
    ("num", "abstractNumId lvlOverride"),
    ("font", "name altName charset family pitch"),
    (
        "settings",
        "mirrorMargins hideSpellingErrors hideGrammaticalErrors defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    ),
    ("compat", "doNotExpandShiftReturn compatSetting"),
];

/// Says where a part does not follow the order of the schema.
pub fn disorder(tree: &Document<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in tree.descendants() {
        let name = node.tag_name().name();
        let Some((_, order)) = ORDERS.iter().find(|(of, _)| *of == name) else {
            continue;
        };
        let order: Vec<&str> = order.split(' ').collect();
        let places: Vec<Option<usize>> = node
            .children()
            .map(|child| child.tag_name().name())
            .map(|child| order.iter().position(|name| *name == child))
            .collect();
        if places.iter().any(Option::is_none) || !places.is_sorted() {
            let names: Vec<&str> = node
                .children()
                .map(|child| child.tag_name().name())
                .collect();
            wrong.push(format!("{name}: {}", names.join(" ")));
        }
    }
    wrong
}
