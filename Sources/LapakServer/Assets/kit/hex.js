export const hex = bytes => Array.from(bytes, byte => ('0' + byte.toString(16)).slice(-2)).join('');
