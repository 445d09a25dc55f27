import LapakDomain

extension UploadLink {
    /// The word that stands in the address, `/berkas/buka/…`.
    func key(_ chance: Chance) -> Key<UploadLink> { Key(id: id, secret: chance.linkSecret(claim, sent: sent)) }
}
