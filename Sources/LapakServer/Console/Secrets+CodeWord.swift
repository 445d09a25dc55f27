import LapakDomain

extension Secrets {
    /// The word that officer and member of a claim both see; nobody else can derive it.
    func codeWord(of claim: ID<Claim>) -> String {
        CodeWord.text(UInt64(derived("codeword:\(claim.rawValue)").prefix(16), radix: 16) ?? 0)
    }
}
