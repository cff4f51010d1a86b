import { readFileSync } from 'node:fs';
import ts from 'typescript';
import {
  elementsOf,
  parseTwiml,
  type TwimlElement,
} from '../../lib/phone-network/src/twiml/twiml-document.ts';

/** The names that an interface of Twilio's own library declares, or the texts that a type of it allows; by its file. */
export function namesOf(file: string, name: string): ReadonlySet<string> {
  const found = typesOf(file).get(name);
  if (found !== undefined) return found;
  throw new Error(`twilio/lib/${file}.d.ts declares no ${name}`);
}

const read = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

function typesOf(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = read.get(file) ?? typesIn(require.resolve(`twilio/lib/${file}.d.ts`));
  read.set(file, known);
  return known;
}

function typesIn(path: string): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const names = node.members.flatMap(({ name: it }) => (it ? [nameText(it)] : []));
      found.set(node.name.text, new Set(names));
    }
    if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) {
      const texts = node.type.types.flatMap((it) =>
        ts.isLiteralTypeNode(it) && ts.isStringLiteral(it.literal) ? [it.literal.text] : [],
      );
      found.set(node.name.text, new Set(texts));
    }
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(path, 'utf8');
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

function nameText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** The attributes of an element, undefined where Twilio has no such element. */
export function attributesOf(element: string): ReadonlySet<string> | undefined {
  if (bare.includes(element)) return new Set();
  return typesOf('twiml/VoiceResponse').get(`${element}Attributes`);
}

/** Those that have no attributes, and so no interface. */
const bare = ['Hangup', 'Identity'];

/** What of a document Twilio would pass over, with a warning at most; nothing where all is known. */
export function unknownToTwilio(document: string): string[] {
  return parseTwiml(document).flatMap(unknownIn);
}

function unknownIn(element: TwimlElement): string[] {
  const attributes = attributesOf(element.name);
  if (attributes === undefined) return [`<${element.name}>`];
  const unknown = Object.keys(element.attributes).filter((it) => !attributes.has(it));
  return [
    ...unknown.map((it) => `${it} of <${element.name}>`),
    ...elementsOf(element).flatMap(unknownIn),
  ];
}
