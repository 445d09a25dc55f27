package import LapakDomain

extension Branch: Record {
    package static let table = Table<Branch>("branch") { table in
        let id = table.column("id", \.id)
        let code = table.column("code", \.code)
        let name = table.column("name", \.name)
        let region = table.column("region", \.region)
        let zone = table.column("zone", \.zone)
        let city = table.column("city", \.city)
        let latitude = table.column("latitude", \.latitude)
        let longitude = table.column("longitude", \.longitude)
        let opens = table.column("opens", \.hours.opens)
        let closes = table.column("closes", \.hours.closes)
        let lunchFrom = table.column("lunch_from", \.hours.lunchFrom)
        let lunchUntil = table.column("lunch_until", \.hours.lunchUntil)
        let officers = table.column("officers", \.officers)
        let ratio = table.column("ratio", \.ratio)
        let minutesPerClaim = table.column("minutes_per_claim", \.minutesPerClaim)
        let onlineShare = table.column("online_share", \.onlineShare)
        let room = table.column("room", \.room)
        table.unique("branch_code_key")
        return { row in
            Branch(
                id: try row[id], code: try row[code], name: try row[name], region: try row[region], zone: try row[zone],
                city: try row[city], latitude: try row[latitude], longitude: try row[longitude],
                hours: OpeningHours(
                    opens: try row[opens], closes: try row[closes], lunchFrom: try row[lunchFrom], lunchUntil: try row[lunchUntil]),
                officers: try row[officers], ratio: try row[ratio], minutesPerClaim: try row[minutesPerClaim],
                onlineShare: try row[onlineShare], room: try row[room])
        }
    }
}
