//! The disk that a file lies on: one of this machine, or one that other machines may write to at the same time.

use std::path::{Path, Prefix};

/// Where a file lies, as far as two writers of one book depend on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disk {
    /// A disk of this machine, or one whose kind cannot be found out.
    Local,
    /// A disk that other machines reach as well, by the name of its kind.
    Remote(String),
}

/// The kinds of Linux file systems by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magic {
    /// A file system of this machine, or one that is not known.
    Local,
    /// A network file system, or a folder of another system that holds this one.
    Remote(&'static str),
    /// A file system made by a program; the list of mounts says which.
    Fuse,
}

/// File systems over a network or from a host, by their numbers in `statfs` (`linux/magic.h` and the kernel's sources).
const REMOTE: [(u32, &str); 17] = [
    (0x6969, "nfs"),
    (0x517b, "smb"),
    (0xff53_4d42, "cifs"),
    (0xfe53_4d42, "smb2"),
    (0x0102_1997, "9p"),
    (0x5346_414f, "afs"),
    (0x6b41_4653, "kafs"),
    (0x7375_7245, "coda"),
    (0x564c, "ncp"),
    (0x00c3_6400, "ceph"),
    (0x0bd0_0bd0, "lustre"),
    (0x0116_1970, "gfs2"),
    (0x7461_636f, "ocfs2"),
    (0x4750_4653, "gpfs"),
    (0x2003_0528, "orangefs"),
    (0x786f_4256, "vboxsf"),
    (0xbacb_acbc, "vmhgfs"),
];

/// The number of every file system that a program makes.
const FUSE: u32 = 0x6573_5546;

/// Names, in the list of mounts, of programs whose files lie on another machine.
const REMOTE_PROGRAMS: [&str; 29] = [
    "afpfs",
    "afuse",
    "blobfuse",
    "blobfuse2",
    "ceph",
    "ceph-fuse",
    "cephfs",
    "curlftpfs",
    "davfs",
    "davfs2",
    "expandrive",
    "gcsfuse",
    "glusterfs",
    "goofys",
    "google-drive-ocamlfuse",
    "gvfsd-fuse",
    "juicefs",
    "kio-fuse",
    "mount-s3",
    "onedriver",
    "pcloud",
    "prl_fsd",
    "rclone",
    "s3fs",
    "seadrive",
    "smbnetfs",
    "sshfs",
    "virtiofs",
    "vmhgfs-fuse",
];

/// The flag of macOS for a file system that is kept on this machine (`MNT_LOCAL` in `sys/mount.h`).
const MNT_LOCAL: u32 = 0x1000;

impl Magic {
    /// Returns the kind of a Linux file system by its number.
    pub fn of(number: u32) -> Self {
        if number == FUSE {
            return Self::Fuse;
        }
        let known = REMOTE.iter().find(|(magic, _)| *magic == number);
        known.map_or(Self::Local, |(_, name)| Self::Remote(name))
    }
}

impl Disk {
    /// Returns the disk that a file, or a folder, lies on; one whose kind cannot be found out counts as local.
    pub fn of(path: &Path) -> Self {
        look(path).unwrap_or(Self::Local)
    }

    /// Returns the disk behind a file system of Linux that a program makes, by its device (major, minor) and the list
    /// of mounts (`/proc/self/mountinfo`).
    ///
    /// A program that is not known, but whose source is an address, reads from that address.
    pub fn of_fuse(device: (u32, u32), mounts: &str) -> Self {
        let Some((kind, source)) = mount_of(device, mounts) else {
            return Self::Local;
        };
        let program = kind.strip_prefix("fuse.").unwrap_or(kind);
        let is_address = source.contains("://") || source.starts_with("//");
        if is_address || REMOTE_PROGRAMS.contains(&program) {
            Self::Remote(program.to_owned())
        } else {
            Self::Local
        }
    }

    /// Returns the disk behind the flags and the name of a file system of macOS.
    pub fn of_flags(flags: u32, name: &str) -> Self {
        if flags & MNT_LOCAL == 0 {
            Self::Remote(name.to_owned())
        } else {
            Self::Local
        }
    }

    /// Returns the disk behind the beginning of a whole Windows path; that of a mapped drive is its share.
    pub fn of_prefix(prefix: Prefix) -> Self {
        match prefix {
            Prefix::UNC(server, share) | Prefix::VerbatimUNC(server, share) => {
                Self::Remote(format!(
                    r"\\{}\{}",
                    server.to_string_lossy(),
                    share.to_string_lossy()
                ))
            }
            Prefix::Disk(_)
            | Prefix::VerbatimDisk(_)
            | Prefix::Verbatim(_)
            | Prefix::DeviceNS(_) => Self::Local,
        }
    }
}

/// Returns kind and source of the file system on a device, as the list of mounts names them.
fn mount_of(device: (u32, u32), mounts: &str) -> Option<(&str, &str)> {
    let device = format!("{}:{}", device.0, device.1);
    mounts.lines().find_map(|line| {
        let (place, system) = line.split_once(" - ")?;
        let is_it = place.split(' ').nth(2) == Some(device.as_str());
        let mut fields = system.split(' ').filter(|_| is_it);
        Some((fields.next()?, fields.next()?))
    })
}

#[cfg(target_os = "linux")]
fn look(path: &Path) -> Option<Disk> {
    use std::os::unix::fs::MetadataExt;
    let number = rustix::fs::statfs(path).ok()?.f_type;
    Some(match Magic::of(u32::try_from(number & 0xffff_ffff).ok()?) {
        Magic::Local => Disk::Local,
        Magic::Remote(name) => Disk::Remote(name.to_owned()),
        Magic::Fuse => {
            let device = std::fs::metadata(path).ok()?.dev();
            let mounts = std::fs::read("/proc/self/mountinfo").ok()?;
            Disk::of_fuse(
                (rustix::fs::major(device), rustix::fs::minor(device)),
                &String::from_utf8_lossy(&mounts),
            )
        }
    })
}

#[cfg(target_os = "macos")]
fn look(path: &Path) -> Option<Disk> {
    let system = rustix::fs::statfs(path).ok()?;
    let letters = system
        .f_fstypename
        .iter()
        .map(|letter| letter.cast_unsigned());
    let name: Vec<u8> = letters.take_while(|letter| *letter != 0).collect();
    Some(Disk::of_flags(
        system.f_flags,
        &String::from_utf8_lossy(&name),
    ))
}

#[cfg(windows)]
fn look(path: &Path) -> Option<Disk> {
    use std::path::Component;
    // The whole path of a mapped drive begins with the share that it stands for.
    let whole = path.canonicalize().ok();
    let path = whole.as_deref().unwrap_or(path);
    match path.components().next()? {
        Component::Prefix(prefix) => Some(Disk::of_prefix(prefix.kind())),
        Component::RootDir | Component::CurDir | Component::ParentDir | Component::Normal(_) => {
            None
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn look(_: &Path) -> Option<Disk> {
    None
}
