// Where drizzle-kit finds the tables and writes the migrations.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/*/table.ts',
  out: './src/database/migrations',
  casing: 'snake_case'
})
