import LapakDomain

extension UploadLink {
    /// The word that stands in the address, `/berkas/buka/…`.
    func key(_ secrets: Secrets) -> Key<UploadLink> { Key(id: id, secret: secrets.linkSecret(claim, sent: sent)) }
}
