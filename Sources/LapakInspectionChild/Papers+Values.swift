import CQpdf

/// Looking into dictionaries.
extension Papers {
    /// As they are meant, not as they are written: the library has resolved `#4A` to `J`.
    func keys(_ dictionary: qpdf_oh) -> [String] {
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(document, dictionary)
        while qpdf_oh_dict_more_keys(document) != QPDF_FALSE, let key = qpdf_oh_dict_next_key(document) {
            keys.append(String(cString: key))
        }
        return keys
    }

    func has(_ dictionary: qpdf_oh, _ key: String) -> Bool { qpdf_oh_has_key(document, dictionary, key) != QPDF_FALSE }

    /// The name under a key, with its slash; empty when there is none.
    func name(_ dictionary: qpdf_oh, _ key: String) -> String {
        let value = qpdf_oh_get_key(document, dictionary, key)
        defer { qpdf_oh_release(document, value) }
        return name(value)
    }

    /// The name itself; empty when it is none.
    func name(_ value: qpdf_oh) -> String {
        guard qpdf_oh_is_name(document, value) != QPDF_FALSE, let text = qpdf_oh_get_name(document, value) else { return "" }
        return String(cString: text)
    }

    /// The whole number under a key; 0 when there is none.
    func number(_ dictionary: qpdf_oh, _ key: String) -> Int {
        let value = qpdf_oh_get_key(document, dictionary, key)
        defer { qpdf_oh_release(document, value) }
        return qpdf_oh_is_integer(document, value) != QPDF_FALSE ? Int(qpdf_oh_get_int_value(document, value)) : 0
    }

    /// The members of a list, or the one value that stands in place of a list. The caller releases them.
    func list(_ dictionary: qpdf_oh, _ key: String) -> [qpdf_oh] {
        let value = qpdf_oh_get_key(document, dictionary, key)
        switch qpdf_oh_get_type_code(document, value) {
        case ot_null: return []
        case ot_array:
            defer { qpdf_oh_release(document, value) }
            return (0..<qpdf_oh_get_array_n_items(document, value)).map { qpdf_oh_get_array_item(document, value, $0) }
        default: return [value]
        }
    }
}
