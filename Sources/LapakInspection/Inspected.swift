/// The verdict on one file.
package enum Inspected: Sendable, Equatable {
    case refused(InspectionFault)
    case clean(CleanFile)

    package var fault: InspectionFault? { if case .refused(let fault) = self { fault } else { nil } }
    package var file: CleanFile? { if case .clean(let file) = self { file } else { nil } }
}
