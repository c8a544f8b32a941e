// Bounds what JavaScript does in one step. A query is interrupted between two
// steps, and a string or array of a gigabyte is made in one; so everything that
// makes much of little is refused beforehand.
//
// What JavaScript's own functions do to nested values, they do by calling
// themselves on Go's stack; so values that nest deeper than DEPTH are refused,
// and what compiles text at run time is taken away.
(function(global) {
	"use strict";
	var LENGTH = 10000000, // characters of a string that a function makes
		PARTS = 1000000,   // elements of an array, parts of a nested value, characters that become a value each
		DEPTH = 100,       // of nested values
		ARGUMENTS = 100000,
		STEPS = 10000;     // of all paths of a query
	// A query may replace whatever it finds; so what is used later is kept here, and
	// texts and numbers go on as they were checked: an object may give a small one
	// first, and a large one when it is used.
	var apply = Reflect.apply, keys = Object.keys, isArray = Array.isArray, define = Object.defineProperty,
		describe = Object.getOwnPropertyDescriptor, String = global.String, Number = global.Number, Proxy = global.Proxy,
		RangeError = global.RangeError, codeAt = String.prototype.charCodeAt, Text = String, least = Math.min;

	function refuse(name, what) { throw new RangeError(name + ": " + what); }
	function most(name, n, limit) { if (n > limit) refuse(name, "larger than " + limit); }
	// wrap has a function check this and its arguments before it runs. The check
	// may return other arguments.
	function wrap(object, name, check) {
		var original = object[name];
		if (typeof original !== "function") return;
		define(object, name, {writable: true, configurable: true, value: function() {
			return apply(original, this, apply(check, this, arguments) || arguments);
		}});
	}
	// lengthOf returns the length of something like an array, which must not be
	// able to give another one later.
	function lengthOf(name, v) {
		if (v === null || v === undefined || typeof v === "function") return 0;
		if (typeof v !== "object" || isArray(v)) return v.length || 0;
		var d = describe(v, "length");
		if (d === undefined && v.length === undefined) return 0;
		if (d === undefined || typeof d.value !== "number") refuse(name, "a length that is no fixed number");
		return d.value;
	}
	function textOf(v) { return typeof v === "string" ? v.length : 0; }

	// shallow refuses a nested value that is too deep, has too many parts, or too
	// much text. A part that is there twice counts twice. Between two parts
	// there are between characters.
	function shallow(name, value, between, indent) {
		var level = [value], seen = 0, size = textOf(value);
		for (var depth = 0; level.length > 0; depth++) {
			if (depth > DEPTH) refuse(name, "nested deeper than " + DEPTH);
			var next = [];
			for (var i = 0; i < level.length; i++) {
				var v = level[i];
				if (v === null || typeof v !== "object" || behind.has(v) || isValue(v)) continue;
				if (isArray(v)) most(name, v.length, PARTS);
				if (v instanceof Text) most(name, v.length, ARGUMENTS);
				var names = keys(v);
				if (isArray(v) && v.length > names.length) { // what is not there is written, too
					seen += v.length - names.length;
					size += (v.length - names.length) * (4 + between + indent * depth);
					if (seen > PARTS) refuse(name, "more than " + PARTS + " parts");
				}
				for (var k = 0; k < names.length; k++) {
					if (++seen > PARTS) refuse(name, "more than " + PARTS + " parts");
					var part = v[names[k]];
					if (typeof part === "function" && (name === "emit" || name === "Emit")) refuse(name, "a function is no value");
					size += textOf(part) + between + indent * depth;
					if (!isArray(v)) size += names[k].length;
					if (size > LENGTH) refuse(name, "more text than " + LENGTH);
					if (part !== null && typeof part === "object") next[next.length] = part;
				}
			}
			level = next;
		}
	}

	// Paths are objects of Go that are built into iterators by calls that nest as
	// the path does; so the steps of all paths of a query are counted, through a
	// stand-in for each.
	var behind = new WeakMap(), steps = 0, isValue = global.__isValue;
	delete global.__isValue;
	["get", "has", "set"].forEach(function(name) { behind[name] = behind[name]; });
	function call(name, object, method, given) {
		var real = [];
		for (var i = 0; i < given.length; i++) {
			if (!behind.has(given[i])) shallow(name, given[i], 1, 0);
			real[i] = behind.has(given[i]) ? behind.get(given[i]) : given[i];
		}
		return standIn(apply(method, object, real));
	}
	function standIn(path) {
		if (path === null || typeof path !== "object" || typeof path.all !== "function") return path;
		var proxy = new Proxy({}, {get: function(_, name) {
			var method = path[name];
			if (typeof method !== "function") return method;
			return function() {
				if (++steps > STEPS) throw new RangeError("more than " + STEPS + " steps of paths");
				return call(String(name), path, method, arguments);
			};
		}});
		behind.set(proxy, path);
		return proxy;
	}
	// g is one too, and its fields cannot be replaced: a copy of it can.
	var host = global.g, copy = {};
	keys(host).forEach(function(name) {
		var method = host[name];
		copy[name] = typeof method !== "function" ? method : function() { return call(name, host, method, arguments); };
	});
	global.g = global.graph = copy;

	// Arguments from something that says how long it is.
	function long(name) {
		return function(_, list) { most(name, lengthOf(name, list), ARGUMENTS); };
	}
	wrap(Function.prototype, "apply", long("apply"));
	wrap(Reflect, "construct", long("construct"));
	wrap(Reflect, "apply", function(_, self, list) { long("apply")(self, list); });

	// Arrays, and what takes itself for one.
	Object.getOwnPropertyNames(Array.prototype).forEach(function(name) {
		if (name === "constructor" || name === "push" || name === "pop") return;
		wrap(Array.prototype, name, function() { most(name, lengthOf(name, this), PARTS); });
	});
	define(Array.prototype, Symbol.iterator, {writable: true, configurable: true, value: Array.prototype.values});
	wrap(Array.prototype, "concat", function() {
		var n = lengthOf("concat", this);
		for (var i = 0; i < arguments.length; i++) n += 1 + lengthOf("concat", arguments[i]);
		most("concat", n, PARTS);
	});
	wrap(Array.prototype, "join", function(separator) {
		shallow("join", this, 1, 0);
		if (separator === undefined) return;
		separator = String(separator);
		most("join", this.length * separator.length, LENGTH);
		return [separator];
	});
	["toString", "toLocaleString", "flat", "flatMap"].forEach(function(name) {
		wrap(Array.prototype, name, function() { shallow(name, this, 1, 0); });
	});
	// With a function to compare, a sort can be interrupted.
	["sort", "toSorted"].forEach(function(name) {
		wrap(Array.prototype, name, function(compare) {
			if (compare !== undefined) return;
			return [function(a, b) { a = String(a); b = String(b); return a < b ? -1 : a > b ? 1 : 0; }];
		});
	});
	wrap(Array, "from", function(from) { most("from", lengthOf("from", from), PARTS); });
	["ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
	 "Int32Array", "Uint32Array", "Float32Array", "Float64Array"].forEach(function(name) { delete global[name]; });

	// Objects made of strings.
	["keys", "values", "entries", "getOwnPropertyNames", "getOwnPropertyDescriptors", "assign"].forEach(function(name) {
		wrap(Object, name, function() {
			for (var i = 0; i < arguments.length; i++) {
				var v = arguments[i];
				if (typeof v === "string" || v instanceof String) most(name, v.length, ARGUMENTS);
			}
		});
	});
	wrap(Reflect, "ownKeys", function(v) { if (v instanceof String) most("ownKeys", v.length, ARGUMENTS); });

	// Strings.
	["normalize", "toUpperCase", "toLowerCase", "toLocaleUpperCase", "toLocaleLowerCase", "localeCompare", "trim"].forEach(function(name) {
		wrap(String.prototype, name, function() { most(name, this.length, LENGTH); });
	});
	["split", "match", "matchAll", "search", "replace", "replaceAll"].forEach(function(name) {
		wrap(String.prototype, name, function() { most(name, this.length, PARTS); });
	});
	wrap(String.prototype, Symbol.iterator, function() { most("...", this.length, PARTS); });
	wrap(String.prototype, "repeat", function(n) { n = Number(n); most("repeat", this.length * n, LENGTH); return [n]; });
	["padStart", "padEnd"].forEach(function(name) {
		wrap(String.prototype, name, function(n, by) { n = Number(n); most(name, n, LENGTH); return by === undefined ? [n] : [n, by]; });
	});
	wrap(String.prototype, "concat", function() {
		var n = this.length, texts = [];
		for (var i = 0; i < arguments.length; i++) {
			texts[i] = String(arguments[i]);
			n += texts[i].length;
		}
		most("concat", n, LENGTH);
		return texts;
	});
	delete String.raw;
	["encodeURIComponent", "encodeURI", "decodeURIComponent", "decodeURI", "escape", "unescape"].forEach(function(name) {
		wrap(global, name, function(text) { text = String(text); most(name, text.length, LENGTH); return [text]; });
	});
	// replacing refuses a replacement that can make too much of the text, and
	// returns it.
	function replacing(name, text, by) {
		if (typeof by === "function") return by;
		text = String(text);
		by = String(by);
		var all = by.length;
		for (var i = 0; i + 1 < by.length; i++) {
			if (by[i] === "$") all += by[i + 1] === "'" || by[i + 1] === "`" ? text.length : 0;
		}
		most(name, (text.length + 1) * all, LENGTH * 10);
		return by;
	}
	["replace", "replaceAll"].forEach(function(name) {
		wrap(String.prototype, name, function(what, by) { return [what, replacing(name, this, by)]; });
	});

	// Patterns. With an exec of our own JavaScript's functions take the way of many
	// steps, which can be interrupted between two matches.
	var pattern = RegExp.prototype;
	wrap(pattern, "exec", function(text) { text = String(text); most("exec", text.length, LENGTH); return [text]; });
	[Symbol.split, Symbol.match, Symbol.matchAll].forEach(function(name) {
		wrap(pattern, name, function(text, limit) { text = String(text); most("RegExp", text.length, PARTS); return [text, limit]; });
	});
	wrap(pattern, Symbol.replace, function(text, by) {
		text = String(text);
		most("replace", text.length, PARTS);
		return [text, replacing("replace", text, by)];
	});
	var Pattern = global.RegExp;
	// What stands in a query's text for an addition, and around the parts of a template.
	function hidden(name, value) { define(global, name, {value: value, writable: false, configurable: false, enumerable: false}); }
	hidden("__add", function(a, b) {
		var sum = a + b;
		if (typeof sum === "string") most("+", sum.length, LENGTH);
		return sum;
	});
	hidden("__part", function(v) {
		v = String(v);
		most("a part of a template", v.length, LENGTH / 10);
		return v;
	});

	global.RegExp = function(source, flags) {
		if (!(source instanceof Pattern)) source = source === undefined ? "" : String(source);
		most("RegExp", textOf(source), 10000);
		return new Pattern(source, flags);
	};
	global.RegExp.prototype = pattern;
	pattern.constructor = global.RegExp;

	wrap(JSON, "stringify", function(value, _, indent) {
		shallow("JSON.stringify", value, 4, typeof indent === "number" ? least(indent, 10) : textOf(indent));
	});
	wrap(JSON, "parse", function(text, reviver) {
		var open = 0;
		text = String(text);
		most("JSON.parse", text.length, PARTS);
		for (var i = 0; i < text.length; i++) {
			var c = apply(codeAt, text, [i]);
			if (c === 91 || c === 123) { if (++open > DEPTH * 10) refuse("JSON.parse", "too many brackets are open"); }
			else if (c === 93 || c === 125) open--;
		}
		return reviver === undefined ? [text] : [text, reviver];
	});

	delete global.Proxy; // one could give another length each time
	delete global.eval;
	[function() {}, function*() {}, async function() {}, async () => {}].forEach(function(f) {
		define(Object.getPrototypeOf(f), "constructor", {value: undefined, writable: false, configurable: false});
	});
	delete global.Function;
})(this);
