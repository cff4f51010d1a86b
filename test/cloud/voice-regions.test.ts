import { functionsOf, synthesizedStack } from './synthesized-stack.ts';

/** A stage whose calls are handled in Ireland, and whose desks are behind a firewall with one way out. */
const template = synthesizedStack({ twilioRegion: 'ie1', twilioEdge: 'frankfurt' });

const environmentOf = (name: string): Record<string, unknown> => {
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'));
  const found = functions.find(([id]) => id.slice(0, -8) === name);
  return found?.[1].Properties.Environment?.Variables ?? {};
};

test('every function that speaks with Twilio knows the region, and the desks’ API the edge', () => {
  const speaking = functionsOf(template).filter((it) => 'PUBLIC_BASE_URLS' in environmentOf(it));
  expect(speaking.length).toBeGreaterThan(4);
  for (const name of speaking) expect(environmentOf(name).TWILIO_REGION).toBe('ie1');
  const edges = functionsOf(template).map((it) => environmentOf(it).TWILIO_EDGE);
  expect(edges.filter((it) => it !== undefined)).toEqual(['frankfurt']);
});

test('commands learn the region from the stack', () => {
  template.hasOutput('TwilioRegion', { Value: 'ie1' });
});

test('pages may open the edge’s signalling and tell of quality in the region', () => {
  const [headers] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
  const policy = JSON.stringify(headers?.Properties);
  expect(policy).toContain(
    'https://eventgw.twilio.com https://eventgw.ie1.twilio.com wss://voice-js.frankfurt.twilio.com https://media',
  );
  expect(policy).not.toContain('roaming');
});
