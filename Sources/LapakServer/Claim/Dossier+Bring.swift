import LapakDomain

extension Dossier {
    /// What somebody brings to the branch as originals: photos and forms are made there.
    var bring: [Words] { required.filter { !$0.item.papers.contains(.facePhoto) && !$0.item.papers.contains(.formF5) }.map(\.title) }
}
