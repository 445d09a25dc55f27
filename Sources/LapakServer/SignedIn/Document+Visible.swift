import LapakDomain

extension Document {
    /// There is something that can be shown: our own checks are done and found nothing.
    var isVisible: Bool { (try? view(.precheck)) != nil }
}
