//! The name under which the draft of the book keeps the purpose of an open form or choice, so that a restart finds it.

pub(crate) mod earlier;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A purpose that survives a restart.
pub(crate) trait Kept: Debug + Serialize + DeserializeOwned + 'static {
    /// The name in the draft, unique among forms, and among choices.
    const NAME: &'static str;

    /// Returns the purpose as the draft keeps it: its value under its name.
    fn as_draft(&self) -> Value {
        serde_json::json!({ Self::NAME: self })
    }

    /// Reads a purpose from the draft, if it is one of this kind and has its shape.
    fn revived(draft: &Value) -> Option<Self> {
        let value = draft.get(Self::NAME)?.clone();
        serde_json::from_value(value).ok()
    }
}
