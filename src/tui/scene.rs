//! A screen as it is drawn from: the view of the application, and the styles of the theme.

use std::ops::Deref;

use super::theme::Styles;
use crate::app::view::View;

/// The view with the styles that it is drawn in; it reads as the view.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What the application shows.
    pub view: View<'a>,
    /// How things look.
    pub styles: &'a Styles,
}

impl<'a> Deref for Scene<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}
