/* Every spelling, with what to show for it: a person's settled name, and never a code. */
SELECT kind, form, CASE WHEN kind IN ('person', 'meeting') THEN canonical ELSE form END AS shown FROM name_forms
UNION ALL
SELECT 'initiative', name, name FROM initiatives
