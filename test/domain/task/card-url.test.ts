import fc from 'fast-check';
import { cardUrlOf, isCardUrl } from '../../../lambdas/domain/task/card-url.ts';

const page = (it: string, row: Record<string, string>) =>
  cardUrlOf(it, (column) => row[column] || undefined);
const template = 'https://crm.example.com/orders/{id заказа}?phone={tel}';

test('the columns of a row stand in the address, encoded', () => {
  expect(page(template, { 'id заказа': '17', tel: '+44 7700 900123&x=/' })).toBe(
    'https://crm.example.com/orders/17?phone=%2B44%207700%20900123%26x%3D%2F',
  );
  expect(page('https://crm.example.com', {})).toBe('https://crm.example.com');
});

test('a row that lacks one of them has no page', () => {
  expect(page(template, { tel: '+44 7700 900123', 'id заказа': '' })).toBeUndefined();
});

test.each([
  template,
  'https://crm.example.com',
  'https://crm.example.com:8443/#/customers/{task}/{Id}',
])('%s is taken', (it) => {
  expect(isCardUrl(it)).toBe(true);
});

test.each([
  'http://crm.example.com/{Id}',
  'javascript:alert({Id})',
  'https://{host}/orders',
  'https://crm.{host}/orders',
  'https://user:{tel}@crm.example.com/',
  'https://user@crm.example.com/',
  'https:\\\\crm.example.com/{Id}',
  'https://crm.example.com\\{Id}',
  'https://crm.example.com/{Id',
  'https://crm.example.com/{}',
  'https://crm.example.com/a b',
  'crm.example.com/{Id}',
  '',
])('“%s” is refused', (it) => {
  expect(isCardUrl(it)).toBe(false);
});

test('whatever a row says, it leads to the host that the task names', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constant('//other.example'),
  );
  const places = fc.constantFrom('/{a}', '/x?y={a}', '?{a}={b}', '#{a}', '/{a}/{b}');
  fc.assert(
    fc.property(places, value, value, (end, a, b) => {
      const taken = `https://crm.example.com${end}`;
      expect(isCardUrl(taken)).toBe(true);
      const url = page(taken, { a, b });
      if (url !== undefined) expect(new URL(url).origin).toBe('https://crm.example.com');
    }),
  );
});
