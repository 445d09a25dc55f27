/// Too many wait already; nothing was begun, and trying again in a while is right.
package struct Crowded: Error {
    package init() {}
}
