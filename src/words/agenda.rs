//! The words of the agenda: who presents an item.

super::phrases! {
    field_presenter = "Người trình bày", "Presenter";
    item_presented_by(who: &str) = "{who} trình bày", "presented by {who}";
}
