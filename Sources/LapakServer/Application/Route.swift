package import HTTPTypes
package import LapakDomain

/// One route of the application, as it was registered.
package struct Route: Hashable, Sendable {
    package let method: HTTPRequest.Method
    /// The pattern of the address: `/kantor/berkas/{id}`.
    package let path: String
    /// What staff need to be let in; nil where the route is open, or its handler decides whom it answers.
    package let right: Right?
}

/// The routes in the order in which they were registered. Filled while the router is built, read afterwards.
package final class RouteList {
    package private(set) var routes: [Route] = []

    func add(_ route: Route) { routes.append(route) }
}
