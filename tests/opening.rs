//! Opening the book: on which disks it may be written, what is left alone at its name, and which desk a program is.
#![expect(
    clippy::disallowed_methods,
    reason = "it writes what a careless hand would"
)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf, Prefix};

use crate::common::pty::{Home, Pty, fixture};
use crate::common::shared::Shared;
use crate::common::stage::{Stage, StandingClock, morning};
use giaoban::cli::book;
use giaoban::files::book::{BookFile, Misfit};
use giaoban::files::desk::claim_desk;
use giaoban::files::disk::{Disk, Magic};
use giaoban::store::Store;
use giaoban::words::{Lang, Words};

/// Mounts as `/proc/self/mountinfo` tells them.
const MOUNTS: &str = r"27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
38 28 0:57 / /home/lan/nas rw,nosuid,nodev,relatime shared:412 - fuse.sshfs lan@nas:/srv/so rw,user_id=1000,group_id=1000
39 28 0:58 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:413 - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
40 28 0:59 / /home/lan/drive rw,nosuid,nodev,relatime shared:414 - fuse.rclone drive: rw,user_id=1000
41 28 0:60 / /mnt/dav rw,nosuid,nodev,noexec,relatime shared:415 - fuse https://may.example/remote.php/dav rw,user_id=0
42 28 0:61 / /mnt/kho rw,nosuid,nodev,relatime shared:416 - fuse.s3fs s3fs rw,user_id=0
43 28 0:62 / /mnt/la rw,nosuid,nodev,relatime shared:417 - fuse.khong-biet //may/chung rw,user_id=0
44 28 0:63 / /mnt/may-chu rw,relatime shared:418 - virtiofs chung rw
60 28 8:17 / /media/lan/USB\040CUA\040LAN rw,nosuid,nodev,relatime shared:99 - fuseblk /dev/sdb1 rw,user_id=0,blksize=4096
61 28 0:70 / /home/lan/kin rw,nosuid,nodev,relatime shared:420 - fuse.gocryptfs /home/lan/.kin rw,user_id=1000
62 28 0:71 / /run/user/1000/doc rw,nosuid,nodev,relatime shared:421 - fuse.portal portal rw,user_id=1000
63 28 0:72 / /mnt/gop rw,relatime shared:422 - fuse.mergerfs dia1:dia2 rw,user_id=0
64 28 0:73 / /mnt/o-nha rw,relatime shared:423 - fuse /dev/sdc1 rw,user_id=0
";

fn clock() -> StandingClock {
    StandingClock(std::rc::Rc::new(std::cell::Cell::new(morning())))
}

fn remote(file: &Path) -> BookFile {
    BookFile {
        disk: Disk::Remote("nfs".to_owned()),
        ..BookFile::at(file)
    }
}

/// Returns the names in a folder, each with what stands in the file.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_linux_file_system_is_known_by_its_number() {
    for (number, name) in [
        (0x6969, "nfs"),
        (0xff53_4d42, "cifs"),
        (0xfe53_4d42, "smb2"),
        (0x517b, "smb"),
        (0x0102_1997, "9p"),
        (0x00c3_6400, "ceph"),
    ] {
        assert_eq!(Magic::of(number), Magic::Remote(name));
    }
    // ext4, xfs, btrfs, tmpfs, overlay, vfat, exfat, ntfs3, zfs, f2fs, squashfs, and one that nobody knows.
    for number in [
        0xef53,
        0x5846_5342,
        0x9123_683e,
        0x0102_1994,
        0x794c_7630,
        0x4d44,
        0x2011_bab0,
        0x7366_746e,
        0x2fc1_2fc1,
        0xf2f5_2010,
        0x7371_7368,
        0x1234_5678,
    ] {
        assert_eq!(Magic::of(number), Magic::Local, "{number:x}");
    }
    assert_eq!(Magic::of(0x6573_5546), Magic::Fuse);
}

#[test]
fn a_file_system_of_a_program_is_known_by_the_list_of_mounts() {
    let kind = |minor: u32| Disk::of_fuse((0, minor), MOUNTS);
    for (minor, program) in [
        (57, "sshfs"),
        (58, "gvfsd-fuse"),
        (59, "rclone"),
        (60, "fuse"),
        (61, "s3fs"),
        (62, "khong-biet"),
        (63, "virtiofs"),
    ] {
        assert_eq!(kind(minor), Disk::Remote(program.to_owned()));
    }
    for minor in [70, 71, 72, 73] {
        assert_eq!(kind(minor), Disk::Local, "{minor}");
    }
    assert_eq!(Disk::of_fuse((8, 17), MOUNTS), Disk::Local, "ntfs-3g");
    assert_eq!(kind(99), Disk::Local, "not in the list");
    assert_eq!(Disk::of_fuse((0, 57), ""), Disk::Local, "no list");
    assert_eq!(Disk::of_fuse((0, 5), MOUNTS), Disk::Local, "not 0:57");
}

#[test]
fn a_share_of_windows_is_known_by_how_its_path_begins() {
    let (server, share) = (OsStr::new("may-chu"), OsStr::new("chung"));
    let shared = Disk::Remote(r"\\may-chu\chung".to_owned());
    assert_eq!(Disk::of_prefix(Prefix::UNC(server, share)), shared);
    assert_eq!(Disk::of_prefix(Prefix::VerbatimUNC(server, share)), shared);
    assert_eq!(Disk::of_prefix(Prefix::Disk(b'C')), Disk::Local);
    assert_eq!(Disk::of_prefix(Prefix::VerbatimDisk(b'D')), Disk::Local);
}

#[test]
fn a_disk_of_macos_is_known_by_its_flag() {
    let smb = Disk::Remote("smbfs".to_owned());
    assert_eq!(Disk::of_flags(0x0000_0018, "smbfs"), smb);
    assert_eq!(Disk::of_flags(0x0480_1000, "apfs"), Disk::Local);
}

#[test]
fn the_disk_of_a_new_book_is_that_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let new = BookFile::at(&folder.path().join("chua/co/so.giaoban"));
    assert_eq!(new.disk, Disk::of(folder.path()));
    assert_eq!(Disk::of(&folder.path().join("khong-co")), Disk::Local);
}

#[cfg(unix)]
#[test]
fn a_book_lies_where_its_links_lead() {
    let folder = tempfile::tempdir().unwrap();
    let (near, far) = (folder.path().join("gan"), folder.path().join("xa"));
    std::fs::create_dir_all(&near).unwrap();
    std::fs::create_dir_all(&far).unwrap();
    let far = far.canonicalize().unwrap();
    std::os::unix::fs::symlink("../xa/so.giaoban", near.join("mot")).unwrap();
    std::os::unix::fs::symlink("mot", near.join("hai")).unwrap();
    // What a link leads to is made for its owner only, like every new book.
    let file = BookFile::at(&near.join("hai"));
    assert_eq!(file.path, far.join("so.giaoban"));
    assert!(!file.exists());
    drop(book::open(&file, &clock(), Words::of(Lang::Vi)).unwrap());
    assert_eq!(mode(&far.join("so.giaoban")), 0o600);
    assert_eq!(BookFile::at(&near.join("hai")), file);
    assert_eq!(std::fs::read_dir(&near).unwrap().count(), 2);
}

/// Two machines that write one file silently lose what one of them wrote.
#[test]
fn a_book_on_a_network_disk_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let new = remote(&folder.path().join("so.giaoban"));
    let refused = book::open(&new, &clock(), Words::of(Lang::Vi)).unwrap_err();
    assert!(
        refused.contains("so.giaoban: Sổ nằm trên ổ mạng (nfs)")
            && refused.contains("Chép sổ về ổ của chính máy này"),
        "{refused}"
    );
    assert_eq!(contents(folder.path()), [], "nothing was made");

    drop(Store::open(&new.path, morning()).unwrap());
    let before = contents(folder.path());
    let refused = book::open(&new, &clock(), Words::of(Lang::En)).unwrap_err();
    assert!(
        refused.contains("The book lies on a network disk (nfs)") && refused.contains("Copy it"),
        "{refused}"
    );
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_book_on_a_network_disk_is_read_whole_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    // What was written last still stands in the log beside the book, as after a crash.
    let writer = Store::open(&path, morning()).unwrap();
    writer
        .keep_draft("place", "dòng cuối trong nhật ký")
        .unwrap();
    assert!(
        folder
            .path()
            .join("so.giaoban-wal")
            .metadata()
            .unwrap()
            .len()
            > 0
    );
    let before = contents(folder.path());
    let read = book::read(&remote(&path), &clock(), true, Words::of(Lang::Vi)).unwrap();
    assert_eq!(
        read.store.draft("place").unwrap().as_deref(),
        Some("dòng cuối trong nhật ký")
    );
    let copy = read.copy.as_ref().unwrap().0.clone();
    #[cfg(unix)]
    assert_eq!(
        (mode(&copy), mode(&copy.join("mau.giaoban"))),
        (0o700, 0o600)
    );
    drop(read);
    assert!(!copy.exists());
    assert_eq!(contents(folder.path()), before);
}

/// A book of an earlier program is brought up to date in the copy that is read, never on the network disk.
#[test]
fn an_old_book_on_a_network_disk_is_read_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    std::fs::copy(fixture("books/0001.giaoban"), &path).unwrap();
    let before = contents(folder.path());
    let read = book::read(&remote(&path), &clock(), false, Words::of(Lang::Vi)).unwrap();
    let meeting = read.store.last_held().unwrap().unwrap();
    assert!(read.store.dossier(meeting).unwrap().is_some());
    drop(read);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn no_file_of_somebody_else_loses_its_rights() {
    let home = Home::new();
    std::fs::write(home.path("trang.html"), "<p>không phải sổ</p>".repeat(100)).unwrap();
    let other = rusqlite::Connection::open(home.path("khac.db")).unwrap();
    other
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE task (id INTEGER)")
        .unwrap();
    set_mode(&home.path("trang.html"), 0o644);
    for name in ["khac.db", "khac.db-wal", "khac.db-shm"] {
        set_mode(&home.path(name), 0o664);
    }
    for (name, why) in [
        ("trang.html", "không phải sổ giao ban"),
        ("khac.db", "của chương trình khác"),
    ] {
        let mut desk = Pty::start(home.command(&["--book", name]), 100, 24);
        assert!(!desk.wait_end().success());
        desk.wait_for(why);
    }
    assert_eq!(mode(&home.path("trang.html")), 0o644);
    for name in ["khac.db", "khac.db-wal", "khac.db-shm"] {
        assert_eq!(mode(&home.path(name)), 0o664, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_book_that_others_could_read_is_closed_to_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    // Another desk keeps the files beside the book alive.
    let first = Store::open(&path, morning()).unwrap();
    let files =
        ["", "-wal", "-shm"].map(|ending| folder.path().join(format!("so.giaoban{ending}")));
    for file in &files {
        set_mode(file, 0o666);
    }
    let second = book::open(&BookFile::at(&path), &clock(), Words::of(Lang::Vi)).unwrap();
    for file in &files {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
    drop((first, second));
    // Alone, it makes them anew; they never had other rights than the book then has.
    set_mode(&path, 0o644);
    let again = book::open(&BookFile::at(&path), &clock(), Words::of(Lang::Vi)).unwrap();
    for file in &files {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
    drop(again);
}

#[cfg(unix)]
#[test]
fn a_device_a_pipe_or_a_folder_is_told_and_left_alone() {
    let home = Home::new();
    let made = std::process::Command::new("mkfifo")
        .arg(home.path("ong"))
        .status()
        .unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(home.path("cam")).unwrap();
    std::os::unix::fs::symlink(home.path("ong"), home.path("noi")).unwrap();
    std::fs::create_dir(home.path("thu-muc")).unwrap();
    for name in ["ong", "cam", "thu-muc"] {
        set_mode(&home.path(name), 0o755);
    }
    for (name, why) in [
        ("ong", "ong là thiết bị, ống dẫn"),
        ("noi", "noi là thiết bị, ống dẫn"),
        ("cam", "cam là thiết bị, ống dẫn"),
        ("thu-muc", "thu-muc là thư mục"),
    ] {
        for verb in ["minutes", "papers", "actions"] {
            let output = home.output(&["--book", name, verb]);
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success() && told.contains(why), "{told}");
        }
        for verbs in [&["--book", name][..], &["--book", name, "present"]] {
            let mut desk = Pty::start(home.command(verbs), 100, 24);
            assert!(!desk.wait_end().success());
            desk.wait_for(why);
        }
    }
    for name in ["ong", "cam", "thu-muc"] {
        assert_eq!(mode(&home.path(name)), 0o755, "{name}");
    }
    let device = BookFile::at(Path::new("/dev/null"));
    assert_eq!(
        device.misfit(),
        Some(Misfit::NotAFile(PathBuf::from("/dev/null")))
    );
}

/// A file takes the place of a file, never that of a device or a pipe, whatever is asked.
#[cfg(unix)]
#[test]
fn an_export_never_takes_the_place_of_a_pipe() {
    use std::os::unix::fs::FileTypeExt;
    let home = Home::new();
    drop(Store::open(&home.book(), morning()).unwrap());
    let made = std::process::Command::new("mkfifo")
        .arg(home.path("ong.csv"))
        .status();
    assert!(made.unwrap().success());
    for extra in [&[][..], &["--force"]] {
        let arguments = [
            &["--book", "so.giaoban", "actions", "-o", "ong.csv"][..],
            extra,
        ]
        .concat();
        let output = home.output(&arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("không phải một tệp"), "{told}");
    }
    let kind = std::fs::metadata(home.path("ong.csv")).unwrap().file_type();
    assert!(kind.is_fifo());
}

/// What stands at the names beside the book is neither followed nor waited for.
#[cfg(unix)]
#[test]
fn a_strange_thing_beside_the_book_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    drop(Store::open(&path, morning()).unwrap());
    let victim = folder.path().join("cua-nguoi-khac");
    std::fs::write(&victim, "").unwrap();
    set_mode(&victim, 0o644);
    std::os::unix::fs::symlink(&victim, folder.path().join("so.giaoban-wal")).unwrap();
    let file = BookFile::at(&path);
    for told in [
        book::open(&file, &clock(), Words::of(Lang::En)).map(drop),
        book::read(&file, &clock(), true, Words::of(Lang::En)).map(drop),
    ] {
        let told = told.unwrap_err();
        assert!(
            told.contains("so.giaoban-wal is a device, a pipe or a link"),
            "{told}"
        );
    }
    assert_eq!(mode(&victim), 0o644);
    assert_eq!(std::fs::read(&victim).unwrap(), b"");
}

/// Returns the names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// What a desk that does not run any more left half-typed is offered to the next desk of any number, once. It is never mixed
/// with what that one has: they change places, and nothing is lost.
#[test]
fn the_next_desk_takes_over_what_another_left_half_typed() {
    let book = Shared::new();
    book.desk(1).press("<F4>= Xong<Enter>");
    book.desk(2).press("<F4>+ Nửa dòng của máy hai");
    let begin = |left: Vec<i64>| Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), left);
    // Nobody takes what a running desk is typing.
    begin(Vec::new()).misses("Nửa dòng của máy hai");
    let mut desk = begin(vec![2]);
    desk.sees("CỬA SỔ KHÁC TẮT KHI ĐANG GÕ DỞ")
        .sees("+ Nửa dòng của máy hai")
        .press("2")
        .misses("Nửa dòng");
    drop(desk);
    let mut desk = begin(vec![2]);
    desk.press("1")
        .sees("+ Nửa dòng của máy hai")
        .press(" và nửa sau");
    drop(desk);
    begin(vec![2]).sees("+ Nửa dòng của máy hai và nửa sau");
    book.desk(2)
        .misses("Nửa dòng của máy hai")
        .press("<F4>+ Dòng khác");
    begin(vec![2])
        .sees("+ Dòng khác")
        .press("1")
        .sees("› + Dòng khác")
        .misses("và nửa sau");
    begin(vec![2])
        .sees("+ Nửa dòng của máy hai và nửa sau")
        .press("1")
        .sees("› + Nửa dòng của máy hai và nửa sau")
        .press("<C-u>");
    begin(vec![2])
        .sees("+ Dòng khác")
        .press("3")
        .misses("Dòng khác");
    begin(vec![2]).misses("CỬA SỔ KHÁC");
}

/// What is left for next time takes nothing away from what this desk itself has open.
#[test]
fn leaving_what_another_left_keeps_the_own_open_form() {
    let book = Shared::new();
    book.desk(1).press("<F2><C-d><C-u>Tên đang sửa dở");
    book.desk(2).press("<F4>+ Nửa dòng của máy hai");
    Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), vec![2])
        .sees("CỬA SỔ KHÁC TẮT KHI ĐANG GÕ DỞ")
        .press("2")
        .misses("CỬA SỔ KHÁC")
        .sees("Tên đang sửa dở");
}

/// A line of a meeting that is not open now is half-typed as well; a list that only stands open is not.
#[test]
fn a_line_that_was_put_aside_is_offered_and_an_open_list_is_not() {
    let book = Shared::new();
    let begin = |left: Vec<i64>| Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), left);
    book.desk(2).press("<F4><C-o>").sees("CHƯƠNG TRÌNH");
    begin(vec![2]).misses("CỬA SỔ KHÁC");
    book.desk(2)
        .press("<Esc>+ Dòng để dành<F2><C-n>2<C-s>")
        .sees("11/8/2023");
    begin(vec![2]).sees("CỬA SỔ KHÁC").sees("+ Dòng để dành");
}

/// Whatever keeps words of its own is offered, and all of it is counted: pasted text that is asked about, a form, a line.
#[test]
fn pasted_text_that_is_asked_about_is_left_like_any_other() {
    let book = Shared::new();
    let begin = |left: Vec<i64>| Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), left);
    book.desk(2)
        .press("<F4><C-n>")
        .paste("+ Một\n+ Hai\n")
        .sees("DÁN NHIỀU DÒNG");
    begin(vec![2])
        .sees("+ Một + Hai")
        .misses("chỗ gõ dở")
        .press("1")
        .sees("DÁN NHIỀU DÒNG")
        .press("<Esc><C-u>");
    begin(vec![2]).misses("CỬA SỔ KHÁC");
    // A question of this desk changes places with the line of the other, and comes back.
    begin(Vec::new())
        .press("<F4>")
        .paste("C«ng t¸c x©y dùng §¶ng")
        .sees("PHÔNG CŨ");
    book.desk(2).press("<F4>+ Dòng của máy hai");
    begin(vec![2])
        .sees("+ Dòng của máy hai")
        .press("1")
        .sees("› + Dòng của máy hai")
        .misses("PHÔNG CŨ");
    begin(vec![2])
        .sees("Công tác xây dựng Đảng")
        .press("1")
        .sees("PHÔNG CŨ")
        .press("1")
        .sees("› Công tác xây dựng Đảng");
    book.desk(2).press("<F2><C-d><C-u>Tên đang sửa dở");
    begin(vec![2])
        .sees("2 chỗ gõ dở: + Dòng của máy hai")
        .press("3");
    begin(vec![2]).misses("CỬA SỔ KHÁC");
}

/// So is a preview in which something was settled; one that was only looked at is not.
#[test]
fn a_preview_with_settled_rows_is_left_like_any_other() {
    let book = Shared::new();
    let begin = |left: Vec<i64>| Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), left);
    let file = book.path().with_file_name("phuong.csv");
    std::fs::write(&file, "Đơn vị,Bí thư\nLinh Tay,Lê Thị B\n").unwrap();
    let mut desk = book.desk(2);
    desk.press("<F10><C-o>")
        .paste(&file.display().to_string())
        .press("<Enter>")
        .sees("0 mới");
    begin(vec![2]).misses("CỬA SỔ KHÁC");
    desk.press(" ").sees("1 mới");
    drop(desk);
    begin(vec![2])
        .sees("phuong.csv")
        .press("1")
        .sees("NHẬP DANH SÁCH")
        .sees("1 mới");
}

/// Two desks that begin together are asked the same; the second answer takes nothing, and empties nothing.
#[test]
fn what_another_desk_has_taken_already_is_not_taken_again() {
    for answer in ["1", "3"] {
        let book = Shared::new();
        book.desk(2).press("<F4>+ Nửa dòng của máy hai");
        book.desk(3).press("<F4>+ Dòng của máy ba");
        let begin =
            |desk: i64| Stage::after(book.store(desk), (80, 24), (Lang::Vi, morning()), vec![2]);
        let (mut one, mut three) = (begin(1), begin(3));
        three.sees("+ Nửa dòng của máy hai");
        one.press("1").sees("› + Nửa dòng của máy hai");
        three
            .press(answer)
            .sees("cửa sổ khác đã nhận hoặc bỏ")
            .misses("CỬA SỔ KHÁC")
            .sees("› + Dòng của máy ba");
        drop(three);
        book.desk(3).sees("› + Dòng của máy ba");
    }
}

/// The question is asked anew at each start, also where another question came in front of it.
#[test]
fn the_question_behind_another_one_does_not_outlive_the_program() {
    let book = Shared::new();
    book.desk(1).press("<F4>");
    book.desk(2).press("<F4>+ Nửa dòng của máy hai");
    Stage::after(book.store(1), (80, 24), (Lang::Vi, morning()), vec![2])
        .sees("CỬA SỔ KHÁC")
        .paste("C«ng t¸c x©y dùng §¶ng")
        .sees("PHÔNG CŨ");
    book.desk(1)
        .sees("PHÔNG CŨ")
        .press("1")
        .misses("CỬA SỔ KHÁC")
        .sees("› Công tác xây dựng Đảng");
}

#[test]
fn each_desk_has_a_place_of_its_own_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    std::fs::write(&path, "").unwrap();
    let mut desks: Vec<_> = (0..12).map(|_| claim_desk(&path)).collect();
    let numbers: Vec<i64> = desks.iter().map(|desk| desk.number).collect();
    assert_eq!(numbers, (1..=12).collect::<Vec<_>>());
    // A place that is free again is taken again.
    drop(desks.remove(3));
    assert_eq!(claim_desk(&path).number, 4);
    // Only what no running program has was left.
    let first = desks.first().unwrap();
    assert!(first.is_left(4) && !first.is_left(1) && !first.is_left(2) && !first.is_left(120));
    drop(desks);
    assert_eq!(names(folder.path()), ["so.giaoban"]);
}

#[test]
fn desks_that_come_and_go_at_once_never_share_a_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    std::fs::write(&path, "").unwrap();
    let held = std::sync::Mutex::new(std::collections::HashSet::new());
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..300 {
                    let desk = claim_desk(&path);
                    assert!(held.lock().unwrap().insert(desk.number));
                    std::thread::yield_now();
                    assert!(held.lock().unwrap().remove(&desk.number));
                }
            });
        }
    });
    assert_eq!(names(folder.path()), ["so.giaoban"]);
}

/// Whatever stands at the name of a lock is neither followed nor waited for nor changed.
#[cfg(unix)]
#[test]
fn a_strange_thing_at_the_name_of_a_lock_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    std::fs::write(&path, "").unwrap();
    let lock = |number: i64| folder.path().join(format!(".so.giaoban-desk-{number}"));
    let target = folder.path().join("dich");
    std::fs::write(&target, "").unwrap();
    set_mode(&target, 0o644);
    std::os::unix::fs::symlink(&target, lock(1)).unwrap();
    std::fs::create_dir(lock(2)).unwrap();
    let made = std::process::Command::new("mkfifo").arg(lock(3)).status();
    assert!(made.unwrap().success());
    std::fs::write(lock(4), "của ai đó").unwrap();
    let before = names(folder.path());
    let desk = claim_desk(&path);
    assert_eq!(desk.number, 5);
    drop(desk);
    assert_eq!(names(folder.path()), before);
    assert_eq!(mode(&target), 0o644);
}

/// Where the folder takes no lock file, the locks lie where every desk of this user finds them.
#[cfg(unix)]
#[test]
fn where_no_lock_can_lie_beside_the_book_desks_still_have_places_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    // The name of the lock would be longer than a name may be.
    let path = folder.path().join("x".repeat(250));
    std::fs::write(&path, "").unwrap();
    let (one, two) = (claim_desk(&path), claim_desk(&path));
    assert_eq!((one.number, two.number), (1, 2));
    let file = one.lock_file().unwrap().to_owned();
    assert_ne!(file.parent(), Some(folder.path()));
    drop((one, two));
    assert!(!file.exists());
    assert_eq!(names(folder.path()).len(), 1);
}

/// A tenth desk whose lock has too long a name never takes the number of another.
#[test]
fn numbers_from_two_folders_are_never_mixed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x".repeat(247));
    std::fs::write(&path, "").unwrap();
    let desks: Vec<_> = (0..10).map(|_| claim_desk(&path)).collect();
    let numbers: Vec<i64> = desks.iter().map(|desk| desk.number).collect();
    assert_eq!(numbers[..9], (1..=9).collect::<Vec<_>>());
    assert!(numbers[9] > 99, "{numbers:?}");
}

/// A desk that was killed leaves its lock file; the next one is the same desk again, finds its half-typed line, and
/// nothing is left when the last window is closed, however it is closed.
#[cfg(unix)]
#[test]
fn a_killed_desk_comes_back_to_its_line_and_the_last_window_leaves_nothing() {
    let home = Home::new();
    let mut first = home.start();
    first.wait_for("HỘI NGHỊ TRONG SỔ");
    first.expect("<F4>dòng của bàn một", "dòng của bàn một");
    let mut second = home.start();
    second.wait_for("HỘI NGHỊ TRONG SỔ");
    second.expect("<F4>dòng của bàn hai", "dòng của bàn hai");
    let locks = || {
        let names = names(home.folder.path()).into_iter();
        names
            .filter(|name| name.contains("-desk-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(locks(), [".so.giaoban-desk-1", ".so.giaoban-desk-2"]);
    second.kill();
    let mut second = home.start();
    second.wait_for("dòng của bàn hai");
    first.kill();
    let mut first = home.start();
    first.wait_for("dòng của bàn một");
    assert_eq!(locks(), [".so.giaoban-desk-1", ".so.giaoban-desk-2"]);
    second.press("<C-q>");
    assert!(second.wait_end().success());
    assert_eq!(locks(), [".so.giaoban-desk-1"]);
    std::process::Command::new("kill")
        .arg(first.process_id().to_string())
        .status()
        .unwrap();
    first.wait_end();
    assert_eq!(locks(), [""; 0]);
}
