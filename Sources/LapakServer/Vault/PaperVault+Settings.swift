import Foundation
import LapakOutside
import LapakStore
import LapakVault

extension PaperVault {
    /// The vault as the settings say: a folder on this machine, or a storage that speaks S3 with its calls on `threads`.
    static func open(_ settings: Settings, store: Store, secrets: Secrets, threads: () -> CurlThreads) throws -> PaperVault {
        guard let s3 = settings.s3 else { return try onThisMachine(settings, store: store, secrets: secrets) }
        let (path, disk) = (settings.vault, DiskThreads())
        let folder = try VaultFolder(at: path)
        let blobs = S3Blobs(try S3Settings(url: s3.url, key: s3.key, secret: s3.secret), folder: folder, disk: disk, threads: threads())
        return PaperVault(
            folder: folder, disk: disk, blobs: blobs, masters: try masters(settings, in: path, secrets), store: store, secrets: secrets)
    }

    static func onThisMachine(_ settings: Settings, store: Store, secrets: Secrets) throws -> PaperVault {
        let (path, disk) = (settings.vault, DiskThreads())
        let folder = try VaultFolder(at: path)
        return PaperVault(
            folder: folder, disk: disk, blobs: FolderBlobs(folder, threads: disk), masters: try masters(settings, in: path, secrets),
            store: store, secrets: secrets)
    }

    static func masters(_ settings: Settings, in folder: String, _ secrets: Secrets) throws -> MasterKeys {
        if let text = settings.masterKeys { return try MasterKeys(text: text) }
        if let file = settings.masterKeysFile { return try MasterKeys(file: file) }
        guard settings.publicURL == nil else {
            throw SettingTrouble("LAPAK_PUBLIC_URL is set, so LAPAK_MASTER_KEYS or LAPAK_MASTER_KEYS_FILE must be too")
        }
        return try MasterKeys.created(at: "\(folder)/master.keys", chance: secrets.bytes(32))
    }
}
