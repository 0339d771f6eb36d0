ALTER TABLE planned_vaccinations ADD COLUMN born_on date;
