// Link previews are never fetched: the real package pulls in abandoned HTTP code for a feature ducha does not use.
module.exports = (_url, callback) => callback(new Error('link previews are disabled'));
