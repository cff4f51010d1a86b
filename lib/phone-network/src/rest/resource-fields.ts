import type { FieldValue, ResourceFields } from '../account/account-resource.ts';
import { badRequest, type Refusal } from './twilio-refusal.ts';

/** What Twilio asks of a parameter. */
export interface FieldRule {
  /** In JSON. */
  name: string;
  /** Of a new resource; undefined where it must be given. */
  fallback?: FieldValue;
  /** Says what is wrong with a value. */
  check?: (value: string, parameter: string) => Refusal | undefined;
  /** Turns the text of a form into what JSON shows. */
  read?: (value: string) => FieldValue;
}

/** By the parameter's name in a form. */
export type FieldRules = Record<string, FieldRule>;

/** Twilio's own code for a parameter that has none of its own. */
const invalidParameter = 20001;
const longestName = 64;

export function textField(name: string, fallback?: FieldValue): FieldRule {
  return { name, ...(fallback !== undefined && { fallback }) };
}

export function nameField(): FieldRule {
  const check = (value: string, parameter: string) =>
    value.length <= longestName
      ? undefined
      : badRequest(invalidParameter, `${parameter} must be at most ${longestName} characters`);
  return { name: 'friendly_name', fallback: '', check };
}

export function booleanField(name: string): FieldRule {
  return { name, fallback: false, read: (value) => value.toLowerCase() === 'true' };
}

/** A SID, or nothing. */
export function sidField(name: string): FieldRule {
  return { name, fallback: null, read: (value) => value || null };
}

/** @param code what Twilio answers to a URL that is none */
export function urlField(name: string, code: number): FieldRule {
  const check = (value: string, parameter: string) =>
    value === '' || isHttpUrl(value)
      ? undefined
      : badRequest(code, `${parameter} is not a valid URL: ${value}`);
  return { name, fallback: '', check };
}

/** @param code what Twilio answers to another method */
export function methodField(name: string, code: number): FieldRule {
  const check = (value: string, parameter: string) =>
    ['GET', 'POST'].includes(value.toUpperCase())
      ? undefined
      : badRequest(code, `${parameter} must be GET or POST, got ${value}`);
  return { name, fallback: 'POST', check, read: (value) => value.toUpperCase() };
}

export function defaultsOf(rules: FieldRules): ResourceFields {
  const optional = Object.values(rules).filter(({ fallback }) => fallback !== undefined);
  return Object.fromEntries(optional.map(({ name, fallback = null }) => [name, fallback]));
}

/** The fields that a form sets. */
export function readFields(form: URLSearchParams, rules: FieldRules): ResourceFields | Refusal {
  const fields: ResourceFields = {};
  for (const [parameter, { name, check, read = String }] of Object.entries(rules)) {
    const value = form.get(parameter);
    if (value === null) continue;
    const refusal = check?.(value, parameter);
    if (refusal) return refusal;
    fields[name] = read(value);
  }
  return fields;
}

/** The first parameter without which nothing is created. */
export function missingField(form: URLSearchParams, rules: FieldRules): string | undefined {
  const required = Object.entries(rules).filter(([, { fallback }]) => fallback === undefined);
  return required.map(([parameter]) => parameter).find((parameter) => !form.get(parameter));
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text) && !new URL(text).hostname.includes('_');
}
