-- The sample project's shop. Can be run again: what exists is left alone.
BEGIN;

CREATE TABLE IF NOT EXISTS customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  city text NOT NULL,
  since date NOT NULL
);

CREATE TABLE IF NOT EXISTS products (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  price numeric(10, 2) NOT NULL CHECK (price >= 0),
  stock integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  product_id bigint NOT NULL REFERENCES products (id),
  quantity integer NOT NULL CHECK (quantity > 0),
  ordered_at timestamptz NOT NULL
);

INSERT INTO customers (name, city, since)
SELECT 'Customer ' || n,
       (ARRAY['Amsterdam', 'Berlin', 'Lisbon', 'Oslo', 'Vienna'])[1 + n % 5],
       date '2024-01-01' + n
FROM generate_series(1, 200) AS n
WHERE NOT EXISTS (SELECT FROM customers);

INSERT INTO products (name, price, stock)
SELECT kind || ' ' || size, 5 + (row_number() OVER ()) * 1.35, 20 * length(kind)
FROM unnest(ARRAY['Cup', 'Plate', 'Lamp', 'Chair', 'Carpet']) AS kind,
     unnest(ARRAY['small', 'medium', 'large']) AS size
WHERE NOT EXISTS (SELECT FROM products);

INSERT INTO orders (customer_id, product_id, quantity, ordered_at)
SELECT 1 + n % 200, 1 + n % 15, 1 + n % 4, timestamptz '2026-01-01 08:00+00' + n * interval '37 minutes'
FROM generate_series(1, 2000) AS n
WHERE NOT EXISTS (SELECT FROM orders);

CREATE INDEX IF NOT EXISTS orders_by_customer ON orders (customer_id, ordered_at);

CREATE OR REPLACE VIEW revenue AS
SELECT date_trunc('month', o.ordered_at) AS month, p.name AS product, sum(o.quantity * p.price) AS amount
FROM orders o JOIN products p ON p.id = o.product_id
GROUP BY 1, 2;

COMMIT;
