//! What an earlier program kept of the open form or choice, under the names that this program knows.

use serde_json::{Value, json};

/// Returns a kept place whose dialog has the names of now; what has them already stays as it is.
pub(crate) fn renamed(mut place: Value) -> Value {
    let meeting = place.get("meeting").cloned().unwrap_or_default();
    let filter = place.pointer("/screens/desk/filter").cloned();
    let planned = place.pointer("/dialog/Choice/purpose/PlanRoster");
    if let Some(form) = planned.map(form_of_plan)
        && let Some(dialog) = place.get_mut("dialog")
    {
        *dialog = form;
    }
    if let Some(purpose) = place.pointer_mut("/dialog/Form/purpose")
        && let Some(renamed) = form(purpose, &meeting)
    {
        *purpose = renamed;
    }
    if let Some(purpose) = place.pointer_mut("/dialog/Choice/purpose")
        && let Some(renamed) = choice(purpose, &filter.unwrap_or_default())
    {
        *purpose = renamed;
    }
    place
}

/// Returns the name of a purpose and its value; a purpose without a value was kept as its name alone.
fn parts(purpose: &Value) -> Option<(&str, &Value)> {
    match purpose {
        Value::String(name) => Some((name, &Value::Null)),
        Value::Object(named) => {
            let (name, value) = named.iter().next()?;
            Some((name, value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
    }
}

/// Returns the purpose of a form under its name of now, if it had another one.
fn form(purpose: &Value, meeting: &Value) -> Option<Value> {
    let (name, value) = parts(purpose)?;
    Some(match (name, parts(value)) {
        // The particulars were those of the open meeting.
        ("Details", _) if value.is_null() => json!({ "Details": meeting }),
        ("Amend", _) => json!({ "Papers": purpose }),
        ("ImportProgress", _) | ("Actions", Some(("ImportProgress", _))) => {
            json!({ "Import": "Progress" })
        }
        ("Roster", Some(("Import", roster))) => json!({ "Import": { "Roster": roster } }),
        ("Actions", Some(("SaveFilter", line))) if line.is_null() => {
            json!({ "Actions": { "SaveFilter": "" } })
        }
        ("Export", Some(("Folder", suggested))) if suggested.is_null() => {
            json!({ "Export": { "Folder": "" } })
        }
        ("Export", Some((what @ ("Paper" | "Roster"), of))) if !of.is_array() => {
            json!({ "Export": { what: [of, ""] } })
        }
        _ => return None,
    })
}

/// Returns the purpose of a choice under its name of now, if it had another one.
fn choice(purpose: &Value, filter: &Value) -> Option<Value> {
    let (name, value) = parts(purpose)?;
    Some(match name {
        "Hasty" | "LeaveQueue" | "Paste" | "Answer" | "Turns" | "Snippets" | "Kind"
        | "FocusArea" | "Close" => json!({ "Desk": purpose }),
        "Filter" => json!({ "Desk": { "Filter": filter } }),
        "Desk" if value == "Filter" => json!({ "Desk": { "Filter": filter } }),
        "Palette" if purpose.is_string() => json!({ "Palette": null }),
        "Plan" if value.is_null() => json!({ "Plan": "From" }),
        "Roster" => json!({ "Plan": "Change" }),
        "HandOver" => json!({ "Actions": purpose }),
        "Late" | "Came" | "Out" => json!({ "RollCall": purpose }),
        "Theme" => json!({ "Settings": "Theme" }),
        "Areas" | "Behind" => json!({ "Focus": purpose }),
        "AreaDeed" => json!({ "Focus": { "Deed": value } }),
        _ => return None,
    })
}

/// Returns the form of a meeting to be planned, as it was filled in when a choice asked for the roster.
fn form_of_plan(planned: &Value) -> Value {
    let values = planned.get("values").and_then(Value::as_array);
    let values = values.into_iter().flatten().filter_map(Value::as_str);
    let lines: Vec<Value> = values
        .map(|text| json!({ "text": text, "caret": text.len() }))
        .collect();
    let from = planned.get("from").cloned().unwrap_or_default();
    json!({ "Form": {
        "purpose": { "Plan": from },
        "field": lines.len().saturating_sub(1),
        "lines": lines,
    } })
}
