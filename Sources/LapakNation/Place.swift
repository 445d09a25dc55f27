/// A town or regency as it stands in a NIK: four digits of place of first registration, with the naming custom of its people.
struct Place: Sendable {
    /// Province and regency by the Ministry of Home Affairs' codes, PPKK.
    let code: Int
    let custom: NamingCustom
    let island: Island
    /// How often it is drawn, compared with the others.
    let weight: Int

    /// Where an employer may be.
    enum Island: Sendable { case sumatra, java, east }

    /// A place, drawn by weight: Java carries most.
    static func drawn(with dice: inout Dice) -> Place {
        var left = dice.roll(0..<total)
        for place in all {
            left -= place.weight
            if left < 0 { return place }
        }
        return all[0]
    }

    private static let total = all.reduce(0) { $0 + $1.weight }

    static let all: [Place] = sumatra + java + east

    private static let sumatra: [Place] =
        places([1271: 4], .batak, .sumatra)
        + places([1671: 3, 1471: 5, 1473: 2, 1403: 2, 1401: 1, 1402: 1, 1404: 1, 1405: 1, 1406: 1], .malay, .sumatra)
        + places([1407: 1, 1408: 1, 1409: 1, 2171: 5, 2172: 1, 2102: 1, 2103: 1], .malay, .sumatra)
        + places([1371: 3, 1375: 1, 1372: 1, 1301: 1, 1304: 1, 1305: 1], .minang, .sumatra)
        + places([1306: 1, 1307: 1, 1308: 1, 1310: 1, 1311: 1, 1312: 1], .minang, .sumatra)

    private static let java: [Place] =
        places([3171: 6, 3172: 8, 3173: 9, 3174: 9, 3175: 10, 3671: 10, 3603: 9, 3602: 2], .betawi, .java)
        + places([3275: 10, 3216: 10, 3276: 7, 3201: 9, 3215: 8, 3273: 7], .sunda, .java)
        + places([3301: 3, 3311: 5, 3372: 4, 3374: 7, 3375: 3, 3471: 3, 3404: 3, 3402: 2], .java, .java)
        + places([3578: 11, 3515: 8, 3525: 5, 3507: 5], .java, .java)

    private static let east: [Place] =
        places([5171: 5, 5103: 3, 5104: 2], .bali, .east)
        + places([6471: 3, 6472: 3, 6474: 1, 6402: 1], .malay, .east)
        + places([7371: 5, 7306: 1, 7373: 1], .bugis, .east)
        + places([8171: 1], .maluku, .east)
        + places([9171: 1, 9202: 1], .papua, .east)

    private static func places(_ weights: KeyValuePairs<Int, Int>, _ custom: NamingCustom, _ island: Island) -> [Place] {
        weights.map { Place(code: $0.key, custom: custom, island: island, weight: $0.value) }
    }
}
