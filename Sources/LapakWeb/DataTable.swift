/// A table that people with and without eyes can read: named, with heads for columns and rows, and scrolled by keyboard
/// where it is wider than the screen.
package struct DataTable {
    package let id: String
    package let caption: String
    /// Names of the columns; numbers stand on the right.
    package let heads: [(name: String, isNumber: Bool)]
    /// The first cell of a row names it.
    package let rows: [[HTML]]

    package init(id: String, caption: String, heads: [(name: String, isNumber: Bool)], rows: [[HTML]]) {
        self.id = id
        self.caption = caption
        self.heads = heads
        self.rows = rows
    }

    package var html: HTML {
        """
        <div class="scroll fld" role="region" tabindex="0" aria-labelledby="\(id)"><table><caption id="\(id)">\(caption)</caption>\
        <thead><tr>\(heads.html { "<th scope=\"col\"\(kind($0.isNumber))>\($0.name)</th>" })</tr></thead>\
        <tbody>\(rows.html { "<tr>\($0.enumerated().html(cell))</tr>" })</tbody></table></div>
        """
    }

    private func cell(_ column: Int, _ content: HTML) -> HTML {
        column == 0
            ? "<th scope=\"row\"\(kind(heads[0].isNumber))>\(content)</th>" : "<td\(kind(heads[column].isNumber))>\(content)</td>"
    }

    private func kind(_ isNumber: Bool) -> HTML { isNumber ? " class=\"n\"" : "" }
}
