export const PATH = '/bilik';

export const post = (verb, fields = {}) =>
    fetch(`${PATH}/${verb}`, { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'application/json' } });
