import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { TwimlError, twimlErrors } from './twiml-error.ts';

export interface TwimlElement {
  name: string;
  attributes: Record<string, string>;
  /** Texts and elements in document order. */
  children: (TwimlElement | string)[];
}

const attributesKey = ':@';
const textKey = '#text';
type ParsedNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** An ampersand that begins none of XML's own entities; the validator overlooks it in attributes. */
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const unparsedSections = /<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs;

/** The verbs of a document. Throws TwimlError 12100 for what is not one well-formed `<Response>`. */
export function parseTwiml(text: string): TwimlElement[] {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true)
    throw new TwimlError(twimlErrors.parse, `${verdict.err.msg} (line ${verdict.err.line})`);
  if (strayAmpersand.test(text.replace(unparsedSections, ''))) {
    throw new TwimlError(twimlErrors.parse, 'a raw & is not XML; write &amp;');
  }
  const roots = parsedNodes(text)
    .map(toChild)
    .filter((child) => typeof child !== 'string');
  const [response] = roots;
  if (response?.name !== 'Response' || roots.length !== 1) {
    throw new TwimlError(twimlErrors.parse, 'TwiML must be one <Response> element');
  }
  return elementsOf(response);
}

function parsedNodes(text: string): ParsedNode[] {
  try {
    return parser.parse(text) as ParsedNode[];
  } catch (error) {
    throw new TwimlError(twimlErrors.parse, String(error));
  }
}

export function elementsOf(element: TwimlElement): TwimlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text inside an element, SSML and the like taken away, white space as a speaker would read it. */
export function textOf(element: TwimlElement): string {
  return rawText(element).replace(/\s+/g, ' ').trim();
}

function rawText(element: TwimlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('');
}

function toChild(node: ParsedNode): TwimlElement | string {
  if (textKey in node) return String(node[textKey]);
  const name = Object.keys(node).find((key) => key !== attributesKey) ?? '';
  return {
    name,
    attributes: (node[attributesKey] ?? {}) as Record<string, string>,
    children: (node[name] as ParsedNode[]).map(toChild),
  };
}
