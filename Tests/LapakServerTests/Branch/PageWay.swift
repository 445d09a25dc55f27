import HTTPTypes

@testable import LapakServer

/// A way or a form on a page that leads to a staff address.
struct PageWay {
    let method: HTTPRequest.Method
    let path: String

    static func all(in page: String) -> [PageWay] {
        let ways = page.matches(of: #/(?:href|src)="(/kantor[^"?#]*)/#).map { PageWay(method: .get, path: String($0.1)) }
        let forms = page.matches(of: #/<form [^>]*>/#).compactMap { form -> PageWay? in
            guard let action = form.0.firstMatch(of: #/action="(/kantor[^"?#]*)/#) else { return nil }
            return PageWay(method: form.0.contains("method=\"post\"") ? .post : .get, path: String(action.1))
        }
        return ways + forms
    }

    /// The route that the router would choose: of all that fit, the one with the fewest gaps.
    func route(among routes: [Route]) -> Route? {
        let parts = path.split(separator: "/")
        return routes.filter { route in
            let pattern = route.path.split(separator: "/")
            return route.method == method && pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }.min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
    }
}
