import Foundation
package import LapakDomain

/// Asks the member registry over HTTP.
///
/// `POST {base}/members/lookup` with `{"nik": "3174014508900007"}`; POST, so that the NIK stays out of access logs.
/// `Authorization: Bearer {token}` goes along. Answers: 200 with the member, 404 for nobody, else trouble. The member:
///
/// ```json
/// {
///   "id": 4711, "nik": "3174014508900007", "name": "Rina Wati", "birth": "1990-08-05", "mother": "Sulastri",
///   "memberships": [{
///     "kpj": "15012345678", "npp": "JJ012345", "employer": "PT Maju Jaya",
///     "start": "2015-01-05", "end": "2020-04-30", "status": "ended", "balance": 14250000
///   }],
///   "partials": [{"reason": "partial_10", "paid": "2018-03-01"}]
/// }
/// ```
///
/// `end` is null or absent while the employment runs; `status` is `active`, `ended` or `paid`; `balance` is in whole
/// rupiah; `reason` is a raw value of `ClaimReason`; `partials` may be absent. Unknown fields are ignored.
package struct HTTPMemberRegistry: MemberRegistry {
    private let call: HTTPCall
    private let threads: CurlThreads

    /// Refuses a base other than `https://`, except `http://` to this very machine: names and balances travel here.
    package init(
        base: String, token: String, authorities: String? = nil, timeLimit: Span = .seconds(10), threads: CurlThreads
    ) throws(OutsideSettingTrouble) {
        let address = try OutsideAddress(of: "the member registry", base: base, token: token)
        call = HTTPCall(
            .post, address.base + "/members/lookup", headers: address.headers, timeLimit: timeLimit, authorities: authorities)
        self.threads = threads
    }

    /// Asks for one NIK; the answer must be about the same one.
    package func member(nik: NIK) async throws(RegistryTrouble) -> Member? {
        var call = call
        call.body = Array(#"{"nik": "\#(nik.digits)"}"#.utf8)
        let answer: HTTPAnswer
        do {
            answer = try await call.send(on: threads)
        } catch {
            throw error == .tooLarge ? .unreadable(error.description) : .unreachable(error.description)
        }
        switch answer.status {
        case 200: return try HTTPMemberRegistry.member(in: answer.body, asked: nik)
        case 404: return nil
        default: throw .refused(status: answer.status)
        }
    }

    private static func member(in body: [UInt8], asked: NIK) throws(RegistryTrouble) -> Member {
        let record: MemberRecord
        do {
            record = try JSONDecoder().decode(MemberRecord.self, from: Data(body))
        } catch {
            throw .unreadable(MemberRecord.part(named: error))
        }
        let member = try record.member()
        guard member.nik == asked else { throw .unreadable("nik: another one than asked for") }
        return member
    }
}
