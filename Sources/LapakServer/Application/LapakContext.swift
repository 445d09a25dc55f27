package import Hummingbird

/// What Hummingbird keeps with every request.
package struct LapakContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package init(source: some RequestContextSource) { coreContext = .init(source: source) }
}
