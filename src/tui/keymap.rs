//! The one key table: the dispatcher, the bar, the help, the palette and the handbook are made from it, in its order.

use crate::app::command::{
    ActionsCommand, AgendaCommand, AppCommand, CardCommand, ChoiceCommand, Command, CourseCommand,
    DeskCommand, EditCommand, FilterCommand, FloorCommand, FocusCommand, FormCommand,
    HandoverCommand, ImportCommand, IssuesCommand, ListCommand, LookBackCommand, MeetingsCommand,
    PapersCommand, PreparedCommand, ReadBackCommand, ReadingCommand, ReviewCommand,
    RollCallCommand, RosterCommand, ScreenId, SearchCommand, SettingsCommand, TurnoutCommand,
    VersionsCommand, WardCommand, YearCommand,
};
use crate::app::key::Key;
use crate::app::keymap::{Binding, Context, Keymap};
use crate::meeting::code::AssignmentState;
use crate::words::Words;

/// The table as the program is given it.
pub const KEYMAP: Keymap = Keymap(BINDINGS);

const fn bar(
    context: Context,
    keys: &'static [Key],
    command: Command,
    words: fn(Words) -> &'static str,
) -> Binding {
    Binding {
        context,
        keys,
        command,
        words,
        in_bar: true,
    }
}

const fn row(
    context: Context,
    keys: &'static [Key],
    command: Command,
    words: fn(Words) -> &'static str,
) -> Binding {
    Binding {
        context,
        keys,
        command,
        words,
        in_bar: false,
    }
}

const EVERYWHERE: Context = Context::Everywhere;
const MEETINGS: Context = Context::Screen(ScreenId::Meetings);
const ROLL: Context = Context::Screen(ScreenId::RollCall);
/// Enter, and the digits that a count of people begins with.
const COUNT: &[Key] = &[
    Key::Enter,
    Key::Char('0'),
    Key::Char('1'),
    Key::Char('2'),
    Key::Char('3'),
    Key::Char('4'),
    Key::Char('5'),
    Key::Char('6'),
    Key::Char('7'),
    Key::Char('8'),
    Key::Char('9'),
];
const DESK: Context = Context::Screen(ScreenId::Desk);
const ISSUES: Context = Context::Screen(ScreenId::Issues);
const ACTIONS: Context = Context::Screen(ScreenId::Actions);
const REVIEW: Context = Context::Screen(ScreenId::Review);
const FOCUS: Context = Context::Screen(ScreenId::Focus);
const PAPERS: Context = Context::Screen(ScreenId::Papers);
const SEARCH: Context = Context::Screen(ScreenId::Search);
const ROSTER: Context = Context::Screen(ScreenId::Roster);
const TURNOUT: Context = Context::Screen(ScreenId::Turnout);
const YEAR: Context = Context::Screen(ScreenId::Year);
const SETTINGS: Context = Context::Screen(ScreenId::Settings);

const fn go(screen: ScreenId) -> Command {
    Command::App(AppCommand::Go(screen))
}

const fn mark(state: AssignmentState) -> Command {
    Command::Actions(ActionsCommand::Mark(state))
}

const fn look(state: AssignmentState) -> Command {
    Command::Review(ReviewCommand::Mark(state))
}

const fn part(state: AssignmentState) -> Command {
    Command::Ward(WardCommand::Mark(state))
}

const fn reviewed(state: AssignmentState) -> Command {
    Command::LookBack(LookBackCommand::Mark(state))
}

const fn leave(heir: usize) -> Command {
    Command::Handover(HandoverCommand::Leave(heir))
}

/// The table. Its order is the order of the bar, the help, the palette and the handbook.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    bar(MEETINGS, &[Key::Enter], Command::Meetings(MeetingsCommand::Open), Words::do_open_meeting),
    bar(MEETINGS, &[Key::Ctrl('n')], Command::Meetings(MeetingsCommand::New), Words::do_new_meeting),
    bar(MEETINGS, &[Key::Ctrl('d')], Command::Meetings(MeetingsCommand::Details), Words::do_details),
    bar(MEETINGS, &[Key::Ctrl('r')], Command::Meetings(MeetingsCommand::Roster), Words::do_roster),
    row(MEETINGS, &[Key::Ctrl('o')], Command::Meetings(MeetingsCommand::Documents), Words::do_documents),
    row(MEETINGS, &[Key::Ctrl('g')], Command::Meetings(MeetingsCommand::HandOver), Words::do_hand_over),

    bar(ROLL, &[Key::Char('1')], Command::RollCall(RollCallCommand::Secretary), Words::do_mark_secretary),
    bar(ROLL, &[Key::Char('2')], Command::RollCall(RollCallCommand::Deputy), Words::do_mark_deputy),
    bar(ROLL, &[Key::Char('3')], Command::RollCall(RollCallCommand::Substitute), Words::do_mark_substitute),
    bar(ROLL, &[Key::Char('4')], Command::RollCall(RollCallCommand::Excused), Words::do_mark_excused),
    bar(ROLL, &[Key::Char('5')], Command::RollCall(RollCallCommand::Absent), Words::do_mark_absent),
    bar(ROLL, &[Key::Ctrl('r')], Command::RollCall(RollCallCommand::RestSecretary), Words::do_mark_rest_secretary),
    bar(ROLL, &[Key::Char('6')], Command::RollCall(RollCallCommand::Late), Words::do_mark_late),
    bar(ROLL, &[Key::Char('7')], Command::RollCall(RollCallCommand::Left), Words::do_mark_left),
    row(ROLL, &[Key::Char('8')], Command::RollCall(RollCallCommand::Back), Words::do_mark_back),
    row(ROLL, &[Key::Char('9')], Command::RollCall(RollCallCommand::Out), Words::do_mark_out),
    bar(ROLL, &[Key::Char('0')], Command::RollCall(RollCallCommand::Clear), Words::do_mark_clear),
    row(ROLL, &[Key::Delete], Command::RollCall(RollCallCommand::Remove), Words::do_mark_remove),
    bar(ROLL, &[Key::Ctrl('a')], Command::RollCall(RollCallCommand::Rest), Words::do_mark_rest),
    row(ROLL, &[], Command::RollCall(RollCallCommand::FillNames), Words::do_fill_names),
    bar(ROLL, &[Key::Tab], Command::RollCall(RollCallCommand::Others), Words::do_others),
    bar(ROLL, &[Key::Ctrl('b')], Command::RollCall(RollCallCommand::Report), Words::do_report),
    row(ROLL, &[Key::Enter], Command::RollCall(RollCallCommand::Details), Words::do_seat_details),
    row(ROLL, &[Key::Ctrl('t')], Command::RollCall(RollCallCommand::Year), Words::do_turnout),
    row(ROLL, &[Key::Ctrl('n')], Command::RollCall(RollCallCommand::Add), Words::do_add_delegation),
    row(ROLL, &[Key::Esc], Command::RollCall(RollCallCommand::LeaveSearch), Words::do_leave_search),
    bar(Context::Delegations, COUNT, Command::RollCall(RollCallCommand::Details), Words::do_count_people),
    bar(Context::Delegations, &[Key::Ctrl('n')], Command::RollCall(RollCallCommand::Add), Words::do_add_other),
    bar(Context::Delegations, &[Key::Delete], Command::RollCall(RollCallCommand::Remove), Words::do_remove_other),
    bar(Context::Delegations, &[Key::Tab], Command::RollCall(RollCallCommand::Others), Words::do_leave_others),
    row(Context::Delegations, &[Key::Ctrl('b')], Command::RollCall(RollCallCommand::Report), Words::do_report),
    row(Context::Delegations, &[Key::Ctrl('t')], Command::RollCall(RollCallCommand::Year), Words::do_turnout),
    row(Context::Delegations, &[Key::Esc], Command::RollCall(RollCallCommand::LeaveSearch), Words::do_leave_search),

    bar(DESK, &[Key::Enter], Command::Desk(DeskCommand::Write), Words::do_write),
    bar(DESK, &[Key::Ctrl('n')], Command::Course(CourseCommand::NextItem), Words::do_next_item),
    bar(DESK, &[Key::Ctrl('g')], Command::Course(CourseCommand::GiveFloor), Words::do_give_floor),
    bar(DESK, &[Key::Ctrl('e')], Command::Course(CourseCommand::EndFloor), Words::do_end_floor),
    bar(DESK, &[Key::Ctrl('d')], Command::Desk(DeskCommand::Ward), Words::do_ward),
    row(DESK, &[Key::Ctrl('t')], Command::Course(CourseCommand::AskFloor), Words::do_ask_floor),
    bar(DESK, &[Key::Ctrl('o')], Command::Course(CourseCommand::Agenda), Words::do_agenda),
    bar(DESK, &[Key::Ctrl('r')], Command::Course(CourseCommand::Answer), Words::do_answer),
    row(DESK, &[Key::Ctrl('b')], Command::Course(CourseCommand::ReadBack), Words::do_read_back),
    row(DESK, &[Key::Alt('=')], Command::Desk(DeskCommand::Prepared), Words::do_prepared),
    row(DESK, &[Key::Ctrl('k')], Command::Desk(DeskCommand::Retype), Words::do_retype),
    row(DESK, &[Key::Delete], Command::Desk(DeskCommand::Remove), Words::do_remove),
    row(DESK, &[Key::Ctrl('x')], Command::Desk(DeskCommand::Place), Words::do_place),
    row(DESK, &[], Command::Desk(DeskCommand::Mark), Words::do_mark_line),
    row(DESK, &[], Command::Desk(DeskCommand::Jump), Words::do_jump_line),
    row(DESK, &[Key::Ctrl('s')], Command::Desk(DeskCommand::Split), Words::do_split),
    row(DESK, &[Key::Ctrl('a')], Command::Desk(DeskCommand::Join), Words::do_join),
    row(DESK, &[Key::Ctrl('l')], Command::Desk(DeskCommand::Filter), Words::do_filter),
    row(DESK, &[Key::Tab], Command::Desk(DeskCommand::Complete), Words::do_complete),
    row(DESK, &[Key::Up], Command::Desk(DeskCommand::Earlier), Words::do_earlier_line),
    row(DESK, &[Key::Down], Command::Desk(DeskCommand::Later), Words::do_later_line),
    row(DESK, &[Key::PageUp], Command::Desk(DeskCommand::EarlierPage), Words::do_page_up),
    row(DESK, &[Key::PageDown], Command::Desk(DeskCommand::LaterPage), Words::do_page_down),
    row(DESK, &[Key::Esc], Command::Desk(DeskCommand::StepBack), Words::do_step_back),
    row(DESK, &[Key::Ctrl('z')], Command::Desk(DeskCommand::Undo), Words::do_undo_line),
    row(DESK, &[Key::Ctrl('y')], Command::Desk(DeskCommand::Redo), Words::do_redo_line),
    row(DESK, &[], Command::Course(CourseCommand::Break), Words::do_break),
    row(DESK, &[], Command::Course(CourseCommand::OutOfAgenda), Words::do_out_of_agenda),
    row(DESK, &[], Command::Course(CourseCommand::Postpone), Words::do_postpone),
    row(DESK, &[], Command::Course(CourseCommand::Carry), Words::do_decide_item),
    row(DESK, &[], Command::Course(CourseCommand::SkipItem), Words::do_skip_item),
    row(DESK, &[], Command::Course(CourseCommand::FinishItem), Words::do_finish_item),
    row(DESK, &[], Command::Course(CourseCommand::HardEnd), Words::do_hard_end),
    row(DESK, &[], Command::Course(CourseCommand::PauseFloor), Words::do_pause_floor),
    row(DESK, &[], Command::Course(CourseCommand::PutBack), Words::do_put_back),
    row(DESK, &[], Command::Course(CourseCommand::SilentFirst), Words::do_silent_first),
    row(DESK, &[], Command::Course(CourseCommand::Turns), Words::do_turns),
    row(DESK, &[], Command::Course(CourseCommand::LookBack), Words::do_look_back),
    row(DESK, &[], Command::Course(CourseCommand::Documents), Words::do_documents),
    row(DESK, &[], Command::Course(CourseCommand::Snippets), Words::do_snippets),
    row(DESK, &[], Command::Course(CourseCommand::Close), Words::do_close_meeting),
    row(DESK, &[], Command::Course(CourseCommand::Reopen), Words::do_reopen_meeting),

    bar(ISSUES, &[Key::Enter], Command::Issues(IssuesCommand::Open), Words::do_open_issue),
    bar(ISSUES, &[Key::Char(':'), Key::Ctrl('r')], Command::Issues(IssuesCommand::Answer), Words::do_answer_issue),
    bar(ISSUES, &[Key::Ctrl('t')], Command::Issues(IssuesCommand::State), Words::do_issue_state),
    bar(ISSUES, &[Key::Ctrl('l'), Key::Char('/')], Command::Issues(IssuesCommand::Filter), Words::do_issue_filter),
    bar(ISSUES, &[Key::Ctrl('a')], Command::Issues(IssuesCommand::Shown), Words::do_issue_shown),
    row(ISSUES, &[Key::Ctrl('d')], Command::Issues(IssuesCommand::Competent), Words::do_issue_competent),
    row(ISSUES, &[Key::Ctrl('e')], Command::Issues(IssuesCommand::Escalate), Words::do_issue_escalate),
    row(ISSUES, &[Key::Ctrl('g')], Command::Issues(IssuesCommand::Merge), Words::do_issue_merge),
    row(ISSUES, &[Key::Ctrl('k')], Command::Issues(IssuesCommand::Link), Words::do_issue_link),
    row(ISSUES, &[Key::Delete], Command::Issues(IssuesCommand::Part), Words::do_issue_part),
    row(ISSUES, &[Key::Ctrl('s')], Command::Issues(IssuesCommand::Export), Words::do_export_issues),
    row(ISSUES, &[Key::Esc], Command::Issues(IssuesCommand::Leave), Words::do_leave_issue),

    bar(ACTIONS, &[Key::Enter], Command::Actions(ActionsCommand::Parts), Words::do_open_parts),
    bar(ACTIONS, &[Key::Ctrl('l'), Key::Char('/')], Command::Actions(ActionsCommand::Filter), Words::do_filter_actions),
    bar(ACTIONS, &[Key::Ctrl('e')], Command::Actions(ActionsCommand::Review), Words::do_review),
    row(ACTIONS, &[Key::Char('1')], mark(AssignmentState::NotStarted), Words::do_part_not_started),
    row(ACTIONS, &[Key::Char('2')], mark(AssignmentState::InProgress), Words::do_part_in_progress),
    bar(ACTIONS, &[Key::Char('3')], mark(AssignmentState::Reported), Words::do_part_reported),
    bar(ACTIONS, &[Key::Char('4')], mark(AssignmentState::Done), Words::do_part_done),
    row(ACTIONS, &[Key::Char('5')], mark(AssignmentState::Paused), Words::do_part_paused),
    row(ACTIONS, &[Key::Char('6')], Command::Actions(ActionsCommand::HandOver), Words::do_hand_over_part),
    row(ACTIONS, &[Key::Char('7')], mark(AssignmentState::Cancelled), Words::do_part_cancelled),
    bar(ACTIONS, &[Key::Ctrl('r')], Command::Actions(ActionsCommand::Report), Words::do_report_part),
    row(ACTIONS, &[Key::Char(' ')], Command::Actions(ActionsCommand::Select), Words::do_select_part),
    row(ACTIONS, &[Key::Ctrl('a')], Command::Actions(ActionsCommand::SelectAll), Words::do_select_parts),
    row(ACTIONS, &[Key::Ctrl('t')], Command::Actions(ActionsCommand::Extend), Words::do_extend),
    row(ACTIONS, &[Key::Ctrl('x')], Command::Actions(ActionsCommand::Extensions), Words::do_correct_extensions),
    row(ACTIONS, &[Key::Ctrl('d')], Command::Actions(ActionsCommand::Details), Words::do_action_details),
    bar(ACTIONS, &[Key::Ctrl('g')], Command::Actions(ActionsCommand::Arrange), Words::do_arrange),
    row(ACTIONS, &[Key::Ctrl('k')], Command::Actions(ActionsCommand::Saved), Words::do_saved_filters),
    row(ACTIONS, &[Key::Ctrl('b')], Command::Actions(ActionsCommand::Remind), Words::do_remind),
    row(ACTIONS, &[Key::Ctrl('s')], Command::Actions(ActionsCommand::Export), Words::do_export_register),
    row(ACTIONS, &[Key::Ctrl('o')], Command::Actions(ActionsCommand::Import), Words::do_import_progress),
    row(ACTIONS, &[Key::Delete], Command::Actions(ActionsCommand::Remove), Words::do_remove_action),
    row(ACTIONS, &[Key::Esc], Command::Actions(ActionsCommand::Leave), Words::do_leave_parts),

    bar(Context::Filter, &[Key::Tab], Command::Filter(FilterCommand::Complete), Words::do_complete_filter),
    bar(Context::Filter, &[Key::Enter, Key::Down], Command::Filter(FilterCommand::Take), Words::do_take_filter),
    bar(Context::Filter, &[Key::Esc], Command::Filter(FilterCommand::Clear), Words::do_clear_filter),

    bar(REVIEW, &[Key::Enter], Command::Review(ReviewCommand::Settle), Words::do_seen_review),
    bar(REVIEW, &[Key::Tab], Command::Review(ReviewCommand::Skip), Words::do_skip_review),
    bar(REVIEW, &[Key::Ctrl('s')], Command::Review(ReviewCommand::Note), Words::do_review_note),
    row(REVIEW, &[Key::Char('1')], look(AssignmentState::NotStarted), Words::do_part_not_started),
    row(REVIEW, &[Key::Char('2')], look(AssignmentState::InProgress), Words::do_part_in_progress),
    bar(REVIEW, &[Key::Char('3')], look(AssignmentState::Reported), Words::do_part_reported),
    bar(REVIEW, &[Key::Char('4')], look(AssignmentState::Done), Words::do_part_done),
    row(REVIEW, &[Key::Char('5')], look(AssignmentState::Paused), Words::do_part_paused),
    row(REVIEW, &[Key::Char('7')], look(AssignmentState::Cancelled), Words::do_part_cancelled),
    bar(REVIEW, &[Key::Ctrl('r')], Command::Review(ReviewCommand::Report), Words::do_report_part),
    bar(REVIEW, &[Key::Ctrl('t')], Command::Review(ReviewCommand::Extend), Words::do_extend),
    row(REVIEW, &[Key::Ctrl('d')], Command::Review(ReviewCommand::Details), Words::do_action_details),
    row(REVIEW, &[Key::Ctrl('b')], Command::Review(ReviewCommand::Remind), Words::do_remind),
    row(REVIEW, &[Key::Char('6')], Command::Review(ReviewCommand::HandOver), Words::do_hand_over_part),
    row(REVIEW, &[Key::BackTab], Command::Review(ReviewCommand::Back), Words::do_back_review),
    row(REVIEW, &[Key::Ctrl('n')], Command::Review(ReviewCommand::Anew), Words::do_anew_review),
    bar(REVIEW, &[Key::Esc], Command::Review(ReviewCommand::Leave), Words::do_leave_review),

    bar(FOCUS, &[Key::Enter], Command::Focus(FocusCommand::Open), Words::do_open_cell),
    bar(FOCUS, &[Key::Ctrl('r')], Command::Focus(FocusCommand::Sort), Words::do_sort_map),
    row(FOCUS, &[Key::Tab], Command::Focus(FocusCommand::Trend), Words::do_trend_other),
    bar(FOCUS, &[Key::Ctrl('d')], Command::Focus(FocusCommand::Areas), Words::do_areas),
    bar(FOCUS, &[Key::Ctrl('t')], Command::Focus(FocusCommand::Year), Words::do_year),
    row(FOCUS, &[Key::Esc], Command::Focus(FocusCommand::LeaveSearch), Words::do_leave_search),

    bar(PAPERS, &[Key::Enter], Command::Papers(PapersCommand::Mend), Words::do_mend),
    bar(PAPERS, &[Key::Tab], Command::Papers(PapersCommand::OtherSide), Words::do_other_side),
    bar(PAPERS, &[Key::Ctrl('o')], Command::Papers(PapersCommand::Choose), Words::do_choose_paper),
    bar(PAPERS, &[Key::Ctrl('s'), Key::Char('1')], Command::Papers(PapersCommand::Export), Words::do_export_paper),
    bar(PAPERS, &[Key::Ctrl('a')], Command::Papers(PapersCommand::ExportAll), Words::do_export_folder),
    bar(PAPERS, &[Key::Ctrl('e')], Command::Papers(PapersCommand::Imprint), Words::do_imprint),
    bar(PAPERS, &[Key::Ctrl('r')], Command::Papers(PapersCommand::Versions), Words::do_versions),
    row(PAPERS, &[Key::Ctrl('k')], Command::Papers(PapersCommand::Amend), Words::do_amend),
    row(PAPERS, &[Key::Delete], Command::Papers(PapersCommand::LetGo), Words::do_let_go),
    row(PAPERS, &[Key::Ctrl('t')], Command::Papers(PapersCommand::Finalise), Words::do_finalise),

    bar(SEARCH, &[Key::Enter], Command::Search(SearchCommand::Open), Words::do_open_hit),
    bar(SEARCH, &[Key::Tab], Command::Search(SearchCommand::Complete), Words::do_complete_filter),

    bar(ROSTER, &[Key::Enter], Command::Roster(RosterCommand::Edit), Words::do_edit_unit),
    bar(ROSTER, &[Key::Ctrl('n')], Command::Roster(RosterCommand::Add), Words::do_add_unit),
    bar(ROSTER, &[Key::Delete], Command::Roster(RosterCommand::Remove), Words::do_remove_unit),
    bar(ROSTER, &[Key::Tab], Command::Roster(RosterCommand::Next), Words::do_next_roster),
    bar(ROSTER, &[Key::Ctrl('o')], Command::Roster(RosterCommand::Import), Words::do_import),
    bar(ROSTER, &[Key::Ctrl('d')], Command::Roster(RosterCommand::Details), Words::do_roster_details),
    row(ROSTER, &[Key::Ctrl('k')], Command::Roster(RosterCommand::Copy), Words::do_copy_roster),
    row(ROSTER, &[Key::Ctrl('e')], Command::Roster(RosterCommand::New), Words::do_new_roster),
    row(ROSTER, &[Key::Ctrl('r')], Command::Roster(RosterCommand::Use), Words::do_use_roster),
    row(ROSTER, &[Key::Ctrl('s')], Command::Roster(RosterCommand::Export), Words::do_export_roster),
    row(ROSTER, &[Key::Ctrl('g')], Command::Roster(RosterCommand::HandOver), Words::do_hand_over),
    row(ROSTER, &[Key::Esc], Command::Roster(RosterCommand::LeaveSearch), Words::do_leave_search),

    bar(TURNOUT, &[Key::Ctrl('s')], Command::Turnout(TurnoutCommand::Export), Words::do_export_turnout),
    bar(TURNOUT, &[Key::Esc], Command::Turnout(TurnoutCommand::Leave), Words::do_leave_turnout),

    bar(YEAR, &[Key::Tab], Command::Year(YearCommand::Other), Words::do_year_other),
    bar(YEAR, &[Key::Ctrl('s')], Command::Year(YearCommand::Export), Words::do_export_year),
    bar(YEAR, &[Key::Esc], Command::Year(YearCommand::Leave), Words::do_leave_year),

    bar(SETTINGS, &[Key::Enter], Command::Settings(SettingsCommand::Edit), Words::do_edit_setting),
    bar(SETTINGS, &[Key::Tab], Command::Settings(SettingsCommand::NextPart), Words::do_next_part),
    bar(SETTINGS, &[Key::Ctrl('n')], Command::Settings(SettingsCommand::Add), Words::do_add_setting),
    bar(SETTINGS, &[Key::Delete], Command::Settings(SettingsCommand::Remove), Words::do_remove_setting),
    row(SETTINGS, &[Key::Ctrl('t')], Command::Settings(SettingsCommand::Raise), Words::do_raise),
    row(SETTINGS, &[Key::Ctrl('r')], Command::Settings(SettingsCommand::Lower), Words::do_lower),
    row(SETTINGS, &[Key::Ctrl('s')], Command::Settings(SettingsCommand::WritePhrases), Words::do_write_phrases),
    row(SETTINGS, &[Key::Ctrl('o')], Command::Settings(SettingsCommand::ReadPhrases), Words::do_read_phrases),
    row(SETTINGS, &[Key::Esc], Command::Settings(SettingsCommand::LeaveSearch), Words::do_leave_search),

    bar(Context::Card, &[Key::Enter], Command::Card(CardCommand::Edit), Words::do_correct),
    bar(Context::Card, &[Key::Delete], Command::Card(CardCommand::Remove), Words::do_strike),
    row(Context::Card, &[Key::Tab], Command::List(ListCommand::Down), Words::do_down),
    bar(Context::Card, &[Key::Esc], Command::Card(CardCommand::Cancel), Words::do_cancel),

    bar(Context::Agenda, &[Key::Enter], Command::Agenda(AgendaCommand::Start), Words::do_start_item),
    bar(Context::Agenda, &[Key::Ctrl('n')], Command::Agenda(AgendaCommand::Insert), Words::do_insert_item),
    bar(Context::Agenda, &[Key::Ctrl('d')], Command::Agenda(AgendaCommand::Edit), Words::do_edit_item),
    bar(Context::Agenda, &[Key::Delete], Command::Agenda(AgendaCommand::Skip), Words::do_leave_out_item),
    bar(Context::Agenda, &[Key::Ctrl('t')], Command::Agenda(AgendaCommand::Postpone), Words::do_postpone),
    bar(Context::Agenda, &[Key::Ctrl('x')], Command::Agenda(AgendaCommand::Carry), Words::do_carry_item),
    bar(Context::Agenda, &[Key::F(7), Key::Char('-')], Command::Agenda(AgendaCommand::Raise), Words::do_raise),
    bar(Context::Agenda, &[Key::F(8), Key::Char('+')], Command::Agenda(AgendaCommand::Lower), Words::do_lower),
    row(Context::Agenda, &[Key::Tab], Command::List(ListCommand::Down), Words::do_down),
    bar(Context::Agenda, &[Key::Esc, Key::Ctrl('o')], Command::Agenda(AgendaCommand::Cancel), Words::do_cancel),

    bar(Context::Floor, &[Key::Enter], Command::Floor(FloorCommand::Pick), Words::do_pick),
    bar(Context::Floor, &[Key::Tab], Command::Floor(FloorCommand::Other), Words::do_other_floor),
    bar(Context::Floor, &[Key::Ctrl('t')], Command::Floor(FloorCommand::Interject), Words::do_interject),
    bar(Context::Floor, &[Key::Ctrl('d')], Command::Floor(FloorCommand::Turns), Words::do_turns_list),
    bar(Context::Floor, &[Key::Delete], Command::Floor(FloorCommand::Withdraw), Words::do_withdraw),
    row(Context::Floor, &[Key::F(7)], Command::Floor(FloorCommand::Raise), Words::do_raise),
    row(Context::Floor, &[Key::F(8)], Command::Floor(FloorCommand::Lower), Words::do_lower),
    row(Context::Floor, &[Key::Ctrl('s')], Command::Floor(FloorCommand::SilentFirst), Words::do_silent_first),
    bar(Context::Floor, &[Key::Esc], Command::Floor(FloorCommand::Cancel), Words::do_cancel),

    bar(Context::Ward, &[Key::Enter], Command::Ward(WardCommand::Open), Words::do_open_meeting),
    row(Context::Ward, &[Key::Char('1')], part(AssignmentState::NotStarted), Words::do_part_not_started),
    bar(Context::Ward, &[Key::Char('2')], part(AssignmentState::InProgress), Words::do_part_in_progress),
    bar(Context::Ward, &[Key::Char('3')], part(AssignmentState::Reported), Words::do_part_reported),
    bar(Context::Ward, &[Key::Char('4')], part(AssignmentState::Done), Words::do_part_done),
    row(Context::Ward, &[Key::Char('5')], part(AssignmentState::Paused), Words::do_part_paused),
    row(Context::Ward, &[Key::Tab], Command::List(ListCommand::Down), Words::do_down),
    bar(Context::Ward, &[Key::Esc, Key::Ctrl('d')], Command::Ward(WardCommand::Cancel), Words::do_cancel),

    bar(Context::ReadBack, &[Key::Enter], Command::ReadBack(ReadBackCommand::Correct), Words::do_correct),
    bar(Context::ReadBack, &[Key::Tab], Command::ReadBack(ReadBackCommand::Next), Words::do_read_on),
    bar(Context::ReadBack, &[Key::Ctrl('c')], Command::ReadBack(ReadBackCommand::Copy), Words::do_copy),
    bar(Context::ReadBack, &[Key::Esc, Key::Ctrl('b')], Command::ReadBack(ReadBackCommand::Cancel), Words::do_cancel),

    bar(Context::Prepared, &[Key::Enter], Command::Prepared(PreparedCommand::Take), Words::do_take_prepared),
    bar(Context::Prepared, &[Key::Char('=')], Command::Prepared(PreparedCommand::Change), Words::do_change_prepared),
    bar(Context::Prepared, &[Key::Delete], Command::Prepared(PreparedCommand::Drop), Words::do_drop_prepared),
    bar(Context::Prepared, &[Key::Ctrl('n')], Command::Prepared(PreparedCommand::Write), Words::do_write_prepared),
    bar(Context::Prepared, &[Key::Ctrl('d')], Command::Prepared(PreparedCommand::Edit), Words::do_correct),
    row(Context::Prepared, &[Key::Tab], Command::List(ListCommand::Down), Words::do_down),
    bar(Context::Prepared, &[Key::Esc, Key::Alt('=')], Command::Prepared(PreparedCommand::Cancel), Words::do_cancel),

    bar(Context::LookBack, &[Key::Enter], Command::LookBack(LookBackCommand::Open), Words::do_open_owing),
    row(Context::LookBack, &[Key::Char('1')], reviewed(AssignmentState::NotStarted), Words::do_part_not_started),
    bar(Context::LookBack, &[Key::Char('2')], reviewed(AssignmentState::InProgress), Words::do_part_in_progress),
    bar(Context::LookBack, &[Key::Char('3')], reviewed(AssignmentState::Reported), Words::do_part_reported),
    bar(Context::LookBack, &[Key::Char('4')], reviewed(AssignmentState::Done), Words::do_part_done),
    row(Context::LookBack, &[Key::Char('5')], reviewed(AssignmentState::Paused), Words::do_part_paused),
    row(Context::LookBack, &[Key::Char('6')], Command::LookBack(LookBackCommand::HandOver), Words::do_hand_over_part),
    row(Context::LookBack, &[Key::Char('7')], reviewed(AssignmentState::Cancelled), Words::do_part_cancelled),
    row(Context::LookBack, &[Key::Tab], Command::LookBack(LookBackCommand::NextOwed), Words::do_next_owed),
    bar(Context::LookBack, &[Key::Ctrl('s')], Command::LookBack(LookBackCommand::Note), Words::do_note_review),
    bar(Context::LookBack, &[Key::Ctrl('c')], Command::LookBack(LookBackCommand::Copy), Words::do_copy),
    row(Context::LookBack, &[Key::Ctrl('b')], Command::LookBack(LookBackCommand::ReadBack), Words::do_read_back),
    bar(Context::LookBack, &[Key::Esc], Command::LookBack(LookBackCommand::Cancel), Words::do_cancel),

    bar(Context::Handover, &[Key::Enter], Command::Handover(HandoverCommand::Take), Words::do_take_over),
    bar(Context::Handover, &[Key::Char('1')], leave(1), Words::do_leave_first),
    bar(Context::Handover, &[Key::Char('2')], leave(2), Words::do_leave_second),
    row(Context::Handover, &[Key::Char('3')], leave(3), Words::do_leave_third),
    row(Context::Handover, &[Key::Char('4')], leave(4), Words::do_leave_fourth),
    bar(Context::Handover, &[Key::Tab], Command::Handover(HandoverCommand::Parts), Words::do_parts_apart),
    bar(Context::Handover, &[Key::Esc], Command::Handover(HandoverCommand::Cancel), Words::do_cancel),

    bar(Context::Versions, &[Key::Enter], Command::Versions(VersionsCommand::Compare), Words::do_compare),
    bar(Context::Versions, &[Key::Ctrl('s')], Command::Versions(VersionsCommand::Again), Words::do_export_again),
    bar(Context::Versions, &[Key::Tab], Command::Versions(VersionsCommand::Other), Words::do_other_pair),
    bar(Context::Versions, &[Key::Esc, Key::Ctrl('r')], Command::Versions(VersionsCommand::Cancel), Words::do_close_versions),

    bar(Context::Reading, &[Key::Enter, Key::Ctrl('c')], Command::Reading(ReadingCommand::Copy), Words::do_copy),
    bar(Context::Reading, &[Key::Esc, Key::Ctrl('b')], Command::Reading(ReadingCommand::Cancel), Words::do_cancel),

    bar(Context::Import, &[Key::Enter], Command::Import(ImportCommand::Take), Words::do_take_import),
    bar(Context::Import, &[Key::Char(' ')], Command::Import(ImportCommand::Decide), Words::do_settle),
    bar(Context::Import, &[Key::Ctrl('e')], Command::Import(ImportCommand::Mend), Words::do_mend_row),
    bar(Context::Import, &[Key::Esc], Command::Import(ImportCommand::Cancel), Words::do_cancel),

    bar(Context::Form, &[Key::Enter], Command::Form(FormCommand::Submit), Words::do_submit),
    bar(Context::Form, &[Key::Ctrl('s')], Command::Form(FormCommand::Save), Words::do_save_form),
    row(Context::Form, &[Key::Tab, Key::Down], Command::Form(FormCommand::Next), Words::do_next_field),
    row(Context::Form, &[Key::BackTab, Key::Up], Command::Form(FormCommand::Previous), Words::do_previous_field),
    bar(Context::Form, &[Key::Esc], Command::Form(FormCommand::Cancel), Words::do_cancel),

    bar(Context::Choice, &[Key::Enter], Command::Choice(ChoiceCommand::Pick), Words::do_pick),
    row(Context::Choice, &[Key::Tab], Command::List(ListCommand::Down), Words::do_down),
    bar(Context::Choice, &[Key::Esc], Command::Choice(ChoiceCommand::Cancel), Words::do_cancel),

    row(Context::Help, &[Key::Esc, Key::F(1), Key::Enter], Command::App(AppCommand::Help), Words::do_cancel),

    row(Context::List, &[Key::Up], Command::List(ListCommand::Up), Words::do_up),
    row(Context::List, &[Key::Down], Command::List(ListCommand::Down), Words::do_down),
    row(Context::List, &[Key::PageUp], Command::List(ListCommand::PageUp), Words::do_page_up),
    row(Context::List, &[Key::PageDown], Command::List(ListCommand::PageDown), Words::do_page_down),
    row(Context::List, &[Key::Home], Command::List(ListCommand::First), Words::do_first),
    row(Context::List, &[Key::End], Command::List(ListCommand::Last), Words::do_last),
    row(Context::List, &[Key::Left], Command::List(ListCommand::Left), Words::do_left),
    row(Context::List, &[Key::Right], Command::List(ListCommand::Right), Words::do_right),

    row(Context::Text, &[Key::Left], Command::Edit(EditCommand::Left), Words::do_caret_left),
    row(Context::Text, &[Key::Right], Command::Edit(EditCommand::Right), Words::do_caret_right),
    row(Context::Text, &[Key::Home], Command::Edit(EditCommand::Home), Words::do_caret_home),
    row(Context::Text, &[Key::End], Command::Edit(EditCommand::End), Words::do_caret_end),
    row(Context::Text, &[Key::Backspace], Command::Edit(EditCommand::Backspace), Words::do_backspace),
    row(Context::Text, &[Key::Delete], Command::Edit(EditCommand::Delete), Words::do_delete),
    row(Context::Text, &[Key::Ctrl('w')], Command::Edit(EditCommand::DeleteWord), Words::do_delete_word),
    row(Context::Text, &[Key::Ctrl('u')], Command::Edit(EditCommand::Clear), Words::do_clear_line),

    bar(EVERYWHERE, &[Key::Ctrl('p')], Command::App(AppCommand::Palette), Words::do_palette),
    bar(EVERYWHERE, &[Key::F(1), Key::Alt('1')], Command::App(AppCommand::Help), Words::do_help),
    row(EVERYWHERE, &[Key::F(2), Key::Alt('2')], go(ScreenId::Meetings), Words::do_meetings),
    row(EVERYWHERE, &[Key::F(3), Key::Alt('3')], go(ScreenId::RollCall), Words::do_roll_call),
    row(EVERYWHERE, &[Key::F(4), Key::Alt('4')], go(ScreenId::Desk), Words::do_desk),
    row(EVERYWHERE, &[Key::F(5), Key::Alt('5')], go(ScreenId::Issues), Words::do_issues),
    row(EVERYWHERE, &[Key::F(6), Key::Alt('6')], go(ScreenId::Actions), Words::do_actions),
    row(EVERYWHERE, &[Key::F(7), Key::Alt('7')], go(ScreenId::Focus), Words::do_focus),
    row(EVERYWHERE, &[Key::F(8), Key::Alt('8')], go(ScreenId::Papers), Words::do_minutes),
    row(EVERYWHERE, &[Key::F(9), Key::Alt('9'), Key::Ctrl('f')], go(ScreenId::Search), Words::do_search),
    row(EVERYWHERE, &[Key::F(10), Key::Alt('0')], go(ScreenId::Roster), Words::do_rosters),
    row(EVERYWHERE, &[Key::F(11), Key::Alt('-')], go(ScreenId::Settings), Words::do_settings),
    row(EVERYWHERE, &[], go(ScreenId::Turnout), Words::do_turnout),
    row(EVERYWHERE, &[], go(ScreenId::Review), Words::do_review),
    row(EVERYWHERE, &[], go(ScreenId::Year), Words::do_year),
    bar(EVERYWHERE, &[Key::Ctrl('z')], Command::App(AppCommand::Undo), Words::do_undo),
    row(EVERYWHERE, &[Key::Ctrl('y')], Command::App(AppCommand::Redo), Words::do_redo),
    row(EVERYWHERE, &[], Command::App(AppCommand::Theme), Words::do_theme),
    row(EVERYWHERE, &[], Command::App(AppCommand::Language), Words::do_language),
    row(EVERYWHERE, &[Key::F(12)], Command::App(AppCommand::Typing), Words::do_typing),
    bar(EVERYWHERE, &[Key::Ctrl('q')], Command::App(AppCommand::Quit), Words::do_quit),
];
